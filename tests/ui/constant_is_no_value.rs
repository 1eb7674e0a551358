mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
        int f(void);
        #define CALL f()
        #define POINTER ((char *)0)
        "#)]
        #define CALL ...
        #define POINTER ...
    }
}

fn main() {}
