mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; };")]
        int f(void) = 3;
        int a { return 1; }
        struct s { int a; };
        static const struct s S = { 1 };
        typedef int t = 3;
        #define X ;
    }
}

fn main() {}
