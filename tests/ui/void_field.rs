mod c {
    cffi_rt::cdef! {
        struct s { int a; void b; };
    }
}

fn main() {}
