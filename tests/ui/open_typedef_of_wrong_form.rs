mod c {
    cffi_rt::cdef! {
        #include <stddef.h>
        typedef ... f(void);
        typedef ... a[3];
        typedef int... *p;
    }
}

fn main() {}
