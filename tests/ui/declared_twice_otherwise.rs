mod c {
    cffi_rt::cdef! {
        int f(int a);
        int f(long a);
        extern int g;
        extern long g;
        typedef int t;
        typedef long t;
        struct s { int a; };
        struct s { long a; };
        enum e { A };
        enum e { A = 1 };
        #define X 1
        #define X 2
    }
}

fn main() {}
