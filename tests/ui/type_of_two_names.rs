mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef unsigned number;
            typedef number other;
            struct s { number a; int b[3]; };
            extern other g;
        "#)]
        typedef int other;
        struct s { int a; int b[4]; };
        extern long g;
    }
}

fn main() {}
