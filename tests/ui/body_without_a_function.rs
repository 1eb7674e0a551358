mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        int abs(int a); { return labs(a); }
        long labs(long a);
        { int nothing[3]; (abs)(1); { } }
        int sum(a, b) int a; int b; { return a + b; }
        int atoi(const char *text);
    }
}

fn main() {
    let _ = (c::abs, c::labs, c::atoi);
}
