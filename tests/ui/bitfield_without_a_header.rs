mod c {
    cffi_rt::cdef! {
        struct s { unsigned a : 3, : 2, b : 3; };
    }
}

fn main() {}
