//! A table is a struct, in front of the names, and a block has one.

mod number {
    cffi_rt::cdef! {
        #![dlopen(struct 1)]
        int f(int a);
    }
}

mod behind {
    cffi_rt::cdef! {
        #![dlopen("liba.so", struct Plugin)]
        int f(int a);
    }
}

mod twice {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        #![dlopen(struct Another)]
        int f(int a);
    }
}

mod clash {
    cffi_rt::cdef! {
        #![dlopen(struct counter)]
        struct counter;
        int f(struct counter *a);
    }
}

fn main() {}
