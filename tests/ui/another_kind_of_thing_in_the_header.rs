mod c {
    cffi_rt::cdef! {
        #![preamble("
            int sqlite3_status(int op); int f1(int a); int f2(int a); int f3(int a); int f4(int a); int f5(int a);
            typedef int t1; typedef int t2; typedef int t3; typedef int t4;
            extern int v1; extern int v2; extern int v3;
            enum { E1, E2, E3 };
            struct s1 { int a; }; union s2 { int a; }; struct s3 { int a; }; enum s4 { A }; struct s5 { int a; };
            int takes(int a, struct s1 *b); int takes_too(int a);
        ")]
        typedef int sqlite3_status;
        typedef int (*of)(sqlite3_status a);
        int takes(sqlite3_status a, union s1 *b);
        typedef f1 of_f1;
        typedef ... f2;
        typedef int v1;
        typedef int E1;
        int t1(int a);
        int v2(int a);
        int E2(int a);
        extern int t2;
        extern const int E3;
        static const int f3;
        #define f4 ...
        #define t3 ...
        enum { f5, t4 };
        enum { v3 = 1 };
        union s1 { int a; };
        struct s2 { ...; };
        union s3;
        struct s4 { int a; };
        enum s5 { A };
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int takes_too;
        }
    }
}

fn main() {}
