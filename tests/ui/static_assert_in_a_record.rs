mod c {
    cffi_rt::cdef! {
        struct s { int a; _Static_assert(1, "text"); };
    }
}

fn main() {}
