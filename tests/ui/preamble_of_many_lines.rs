mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct s { int a; };
            static int f(void) { return undeclared; }
        "#)]
        int f(void);
    }
}

fn main() {}
