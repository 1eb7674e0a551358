mod c {
    cffi_rt::cdef! {
        struct s { int a; char a; };
    }
}

fn main() {}
