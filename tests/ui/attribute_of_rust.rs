mod c {
    cffi_rt::cdef! {
        #[allow(unused)]
        int f(void);
    }
}

fn main() {}
