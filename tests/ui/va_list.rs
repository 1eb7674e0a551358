mod c {
    cffi_rt::cdef! {
        #include <stdarg.h>
        struct s { va_list arguments; };
        extern va_list list;
        va_list f(void);
    }
}

fn main() {}
