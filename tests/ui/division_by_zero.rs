mod c {
    cffi_rt::cdef! {
        #define X 1 / 0
        enum e { A = 1 % 0 };
        extern int g[-1];
    }
}

fn main() {}
