mod c {
    cffi_rt::cdef! {
        struct inner { int a, b; };
        struct s { _Atomic struct inner a; };
    }
}

fn main() {}
