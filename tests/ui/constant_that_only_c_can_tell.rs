mod c {
    cffi_rt::cdef! {
        #define X Y + 1
        #define Z sizeof(long)
        enum e { A = Y };
        extern int g[Y];
    }
}

fn main() {}
