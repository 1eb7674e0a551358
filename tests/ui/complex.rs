mod c {
    cffi_rt::cdef! {
        double _Complex f(void);
    }
}

fn main() {}
