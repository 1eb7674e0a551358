mod c {
    cffi_rt::cdef! {
        static int f(void);
        static int g;
    }
}

fn main() {}
