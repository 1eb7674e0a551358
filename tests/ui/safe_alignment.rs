mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef int wide __attribute__((aligned(64))); typedef wide wider;
            int one(const wide *a); int other(const wider *a);
        ")]
        typedef int... wide;
        typedef wide wider;
        unsafe extern "C" {
            int one(const wide *__single a) cdef_safe;
            int other(const wider *__single a) cdef_safe;
        }
    }
}

fn main() {}
