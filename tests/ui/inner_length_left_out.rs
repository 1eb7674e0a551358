mod c {
    cffi_rt::cdef! {
        extern int g[4][];
    }
}

fn main() {}
