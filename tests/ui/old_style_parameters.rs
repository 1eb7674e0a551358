mod c {
    cffi_rt::cdef! {
        int f(a, b);
    }
}

fn main() {}
