mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct s { int a; };
            qqqqzz value;
        "#)]
        struct s { int a; };
    }
}

fn main() {}
