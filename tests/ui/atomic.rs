mod c {
    cffi_rt::cdef! {
        struct s { _Atomic int a; };
    }
}

fn main() {}
