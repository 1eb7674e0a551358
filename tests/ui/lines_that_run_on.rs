mod c {
    cffi_rt::cdef! {
        #include <stdlib.h> int abs(int a);
        #include <string.h> // a comment is none
        #define EXIT_FAILURE 1;
        long labs(long a); #define EXIT_SUCCESS ...
        int atoi(const char *text);
    }
}

mod d {
    cffi_rt::cdef! {
        int abs(int a); #define X 3
    }
}

fn main() {}
