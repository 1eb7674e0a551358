mod c {
    cffi_rt::cdef! {
        #define RAND_MAX ...
        #include <stdlib.h>
    }
}

fn main() {}
