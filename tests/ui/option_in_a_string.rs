mod c {
    cffi_rt::cdef! {
        r#"
            #![link("z")]
            int f(void);
        "#
    }
}

fn main() {}
