mod c {
    cffi_rt::cdef! {
        typedef void (*t0)(void);
        typedef void (*t1)(t0, t0);
        typedef void (*t2)(t1, t1);
        typedef void (*t3)(t2, t2);
        typedef void (*t4)(t3, t3);
        typedef void (*t5)(t4, t4);
        typedef void (*t6)(t5, t5);
        typedef void (*t7)(t6, t6);
        typedef void (*t8)(t7, t7);
        typedef void (*t9)(t8, t8);
        typedef void (*t10)(t9, t9);
        void f(t10 callback);
    }
}

fn main() {}
