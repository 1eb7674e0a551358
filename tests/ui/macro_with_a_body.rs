mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        #define F(x) (x)
        #define G(x) ...
    }
}

fn main() {}
