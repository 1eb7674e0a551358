mod c {
    cffi_rt::cdef! {
        int f(int,);
        int g(void);
        int 3h(void);
        struct s { int a };
        int present(void);
        enum e { A B };
        typedef int;
    }
}

fn main() {}
