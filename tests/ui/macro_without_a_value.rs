mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        #define EMPTY
    }
}

fn main() {}
