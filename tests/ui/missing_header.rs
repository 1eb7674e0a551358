mod c {
    cffi_rt::cdef! {
        #include <no/such/header.h>
        int f(void);
    }
}

fn main() {}
