mod c {
    cffi_rt::cdef! {
        _Static_assert();
        _Static_assert("text");
        struct s { int a; _Static_assert(); };
        #define NO_EXPRESSION sizeof
        #define TWO 1 2
    }
}

fn main() {}
