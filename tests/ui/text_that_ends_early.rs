mod c {
    cffi_rt::cdef! {
        "#define A \"open"
        "int f(int a];"
        "const char *g = 'open;"
    }
}

mod last {
    cffi_rt::cdef! {
        int f(void);
        int g(void)
    }
}

fn main() {}
