mod c {
    cffi_rt::cdef! {
        extern int g = 3;
        double h = 4;
    }
}

fn main() {}
