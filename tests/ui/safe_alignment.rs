mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef int wide __attribute__((aligned(64))); typedef wide wider;
            int one(const wide *a); int other(const wider *a);
            struct pair { int a, b; }; typedef struct pair far __attribute__((aligned(64)));
            typedef long long near __attribute__((aligned(2)));
            int pairs(const far *a); int numbers(const near *a);
        ")]
        typedef int... wide;
        typedef wide wider;
        struct pair { int a, b; };
        typedef struct pair far __attribute__((aligned(64)));
        typedef long long near __attribute__((aligned(2)));
        unsafe extern "C" {
            int one(const wide *__single a) cdef_safe;
            int other(const wider *__single a) cdef_safe;
            int pairs(const far *__single a) cdef_safe;
            int numbers(const near *__single a) cdef_safe;
        }
    }
}

fn main() {}
