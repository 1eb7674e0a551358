mod c {
    cffi_rt::cdef! {
        int f(void)
        int g(void);
        struct s { int a; }
        int h(void);
        enum e { A }
        struct t { int b; };
    }
}

fn main() {}
