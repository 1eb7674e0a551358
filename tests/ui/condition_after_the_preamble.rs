mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        #ifdef RAND_MAX
        int abs(int a);
        #endif
    }
}

fn main() {}
