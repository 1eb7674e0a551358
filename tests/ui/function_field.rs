mod c {
    cffi_rt::cdef! {
        struct s { int f(int); };
    }
}

fn main() {}
