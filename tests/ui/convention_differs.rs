cffi_rt::cdef! {
    #![preamble(r#"
        #define API __attribute__((ms_abi))
        int API hidden(int a);
        int plain(int a);
        struct table { int (__attribute__((ms_abi)) *f)(int a); };
        int takes(int (API *f)(int a));
        int API variadic(const char *format, ...);
    "#)]
    int hidden(int a);
    int __attribute__((ms_abi)) plain(int a);
    struct table { int (*f)(int a); };
    int takes(int (*f)(int a));
    __attribute__((ms_abi)) int variadic(const char *format, ...);
}

fn main() {}
