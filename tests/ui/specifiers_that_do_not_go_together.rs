mod c {
    cffi_rt::cdef! {
        unsigned float a(void);
        short short b(void);
        long long long c(void);
        signed unsigned d(void);
        extern void int e;
        struct s _Bool f(void);
        typedef long struct s g;
        extern long char h;
    }
}

fn main() {}
