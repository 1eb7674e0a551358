mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct bits { unsigned a : 3; };
            struct packed { char a; int b; } __attribute__((packed));
            struct aligned { int a; } __attribute__((aligned(16)));
            union number { int a; float b; };
            struct outer { struct bits inner; };
            void f(void (*bits)(struct bits), void (*packed)(struct packed), void (*aligned)(struct aligned),
                   void (*number)(union number), void (*outer)(struct outer), void (*wide)(__int128),
                   void (*precise)(long double), void (*complex)(double _Complex));
            union number (*result)(void);
            typedef void (*named)(union number); void g(named f);
        "#)]
        struct bits { unsigned a : 3; };
        struct packed { char a; int b; } __attribute__((packed));
        struct aligned { int a; } __attribute__((aligned(16)));
        union number { int a; float b; };
        struct outer { struct bits inner; };
        void f(void (*bits)(struct bits), void (*packed)(struct packed), void (*aligned)(struct aligned),
               void (*number)(union number), void (*outer)(struct outer), void (*wide)(__int128),
               void (*precise)(long double), void (*complex)(double _Complex));
        extern union number (*result)(void);
        typedef void (*named)(union number);
        unsafe extern "C" { void g(named f) cdef_safe; }
    }
}

fn main() {}
