mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        #endif
        #ifdef RAND_MAX
        int abs(int a);
        #else
        #elif 1
        #endif
        #if 1
        long labs(long a);
    }
}

fn main() {
    let _ = c::labs;
}
