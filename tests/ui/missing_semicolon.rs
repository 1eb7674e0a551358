mod c {
    cffi_rt::cdef! {
        int f(void)
        int g(void);
    }
}

fn main() {}
