mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            static int (*pointer)(int);
            static int (*variadic)(const char *, ...);
            static int number;
        "#)]
        int pointer(long a);
        int variadic(const char *format, ...);
        int number(void);
    }
}

fn main() {}
