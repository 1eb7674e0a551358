mod c {
    cffi_rt::cdef! {
        #include <stddef.h>
        typedef int;
        typedef ...;
        typedef int...;
        typedef float... ;
        typedef int *;
    }
}

fn main() {}
