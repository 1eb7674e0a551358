mod c {
    cffi_rt::cdef! {
        struct s { int a[]; };
    }
}

fn main() {}
