mod c {
    cffi_rt::cdef! {
        void f(unknown *p);
        struct s { missing m; };
    }
}

fn main() {}
