mod c {
    cffi_rt::cdef! {
        extern void g[4];
    }
}

fn main() {}
