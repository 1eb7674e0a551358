mod c {
    cffi_rt::cdef! {
        struct s { _Alignas(8) int a; };
        struct t { int a; } __attribute__((packed, aligned(4)));
        struct inner { int a; } __attribute__((aligned(16)));
        struct __attribute__((packed)) u { char c; struct inner i; };
        struct v { int a; } __attribute__((aligned(3)));
        struct w { int a; } __attribute__((aligned));
    }
}

fn main() {}
