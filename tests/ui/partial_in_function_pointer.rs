mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a, b; }; void f(void (*g)(struct s));")]
        struct s { int a; ...; };
        void f(void (*g)(struct s));
    }
}

fn main() {}
