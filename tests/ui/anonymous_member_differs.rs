mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct s { int kind; union { unsigned i; float f; }; };
            struct t { int a; struct { int b, c; }; };
            struct u { int a; struct { int b, c; }; };
        "#)]
        struct s { int kind; union { int i; float f; }; };
        struct t { int a; struct { int c, b; }; };
        struct u { int a; struct { int b; }; };
    }
}

fn main() {}
