mod c {
    cffi_rt::cdef! {
        struct s { int n; int a[]; int last; };
    }
}

fn main() {}
