mod c {
    cffi_rt::cdef! {
        #include <stdarg.h>
        int vprintf(const char *format, va_list arguments);
    }
}

fn main() {}
