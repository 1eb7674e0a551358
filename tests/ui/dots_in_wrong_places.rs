mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>
        int f(...);
        int ... g;
        struct s { ...; int a; };
        enum e { ..., A };
        extern int h[2][...];
        int i(int ..., char);
        typedef void ... j;
    }
}

fn main() {}
