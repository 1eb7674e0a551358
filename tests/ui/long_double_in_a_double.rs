mod c {
    cffi_rt::cdef! {
        #include <float.h>
        static const double LDBL_MAX;
        static const float DBL_MAX;
    }
}

fn main() {}
