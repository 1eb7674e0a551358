mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a, b; }; void f(struct s s, ...);")]
        struct s { int a; ...; };
        void f(struct s s, ...);
    }
}

fn main() {}
