mod c {
    cffi_rt::cdef! {
        #include <time.h>
        _Static_assert(CLOCKS_PER_SEC == 7, "a clock of seven ticks");
        struct timespec { time_t tv_sec; static_assert(sizeof(int) == 3); long tv_nsec; };
        _Static_assert(, "nothing");
    }
}

fn main() {}
