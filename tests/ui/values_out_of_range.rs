mod c {
    cffi_rt::cdef! {
        #define TOO_LARGE 2147483647 + 1
        #define SHIFTED 1 << 32
        #define NEGATIVE_SHIFT 1 << -1
        #define NUMBER 99999999999999999999999999
        enum e { LAST = 18446744073709551615ULL, NEXT };
    }
}

fn main() {}
