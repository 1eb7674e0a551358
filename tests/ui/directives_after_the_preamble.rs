mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        int abs(int a);
        #pragma pack(1)
        #error "no"
        #define
    }
}

fn main() {}
