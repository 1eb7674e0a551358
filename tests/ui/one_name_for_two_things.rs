mod c {
    cffi_rt::cdef! {
        int a(void);
        extern int a;
        typedef int b;
        int b(void);
        enum { C };
        int C(void);
        struct d { int i; };
        union d { int i; };
    }
}

fn main() {}
