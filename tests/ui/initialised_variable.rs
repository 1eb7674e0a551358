mod c {
    cffi_rt::cdef! {
        extern int g = 3;
        int h = 4;
    }
}

fn main() {}
