mod c {
    cffi_rt::cdef! {
        struct s;
        typedef ... t;
        struct holder { struct s field; };
        void f(t parameter);
        struct s g(void);
        extern t elements[4];
    }
}

fn main() {}
