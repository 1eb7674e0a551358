mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef int wide __attribute__((aligned(16)));
            typedef int wider __attribute__((aligned(32)));
            typedef int plain;
            typedef struct { int a; } odd __attribute__((aligned(16)));
            typedef struct { char a[24]; } unlisted __attribute__((aligned(16)));
            typedef struct { long a, b; } record __attribute__((aligned(16)));
            typedef short same __attribute__((aligned(8)));
            int f(unlisted *a);
        ")]
        typedef int wide;
        typedef int wider __attribute__((aligned(16)));
        typedef int plain __attribute__((aligned(8)));
        typedef struct { int a; } odd __attribute__((aligned(16)));
        typedef struct { long a, b; } record;
        typedef short same __attribute__((aligned(8)));
        typedef short same;
        int f(unlisted *a);
    }
}

mod sizes {
    cffi_rt::cdef! {
        #![preamble("typedef int word; enum e { A };")]
        typedef int word __attribute__((mode(DI)));
        enum __attribute__((packed)) e { A };
        int f(int a __attribute__((mode(DI))));
    }
}

mod words {
    cffi_rt::cdef! {
        #![preamble("typedef int wide; struct s; typedef struct s s;")]
        typedef _Alignas(16) int wide;
        typedef ... s __attribute__((aligned(16)));
    }
}

mod declared {
    cffi_rt::cdef! {
        typedef int wide __attribute__((aligned(16)));
    }
}

fn main() {}
