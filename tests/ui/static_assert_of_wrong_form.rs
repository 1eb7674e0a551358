mod c {
    cffi_rt::cdef! {
        _Static_assert();
        _Static_assert("text");
        _Static_assert({ 1 }, "braces");
        _Static_assert(1, no_text);
        int a, _Static_assert(1, "");
        struct s { int a; _Static_assert(); };
        struct t { int a; _Static_assert [[]] (1, ""); };
        #define NO_EXPRESSION sizeof
        #define TWO 1 2
        #define DECLARED 1, two = 2
    }
}

fn main() {}
