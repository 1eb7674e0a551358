//! Loading a library tells no facts: without an `#include` nobody answers `...`.

mod loaded {
    cffi_rt::cdef! {
        #![dlopen("liba.so")]
        #define A ...
        enum e { B, C = ... };
        struct s { int a; ...; };
        int f(struct s *s);
    }
}

mod tables {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        typedef int... t;
        t f(void);
    }
}

fn main() {}
