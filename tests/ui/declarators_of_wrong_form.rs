mod c {
    cffi_rt::cdef! {
        typedef int;
        typedef int number = 3;
        struct s int a;
        int struct s b;
        typedef int t;
        t t c;
        int (^block)(void);
        int (*old)(a, b);
        int f(int a) b;
        int g(t (t));
        int h(int ...);
        int i;;
    }
}

fn main() {}
