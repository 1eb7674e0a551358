mod c {
    cffi_rt::cdef! {
        #include <errno.h>
        #include <stdlib.h>

        typedef int t cdef_optional;
        struct s cdef_optional;
        int f(int a cdef_optional);
        static int g(void) cdef_optional { return 1; }
        extern _Thread_local int h cdef_optional;
        static const char *const NAME cdef_optional;
        #define X ... cdef_optional
        static const int errno cdef_optional;
    }
}

fn main() {}
