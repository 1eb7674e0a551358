mod c {
    cffi_rt::cdef! {
        extern void g;
    }
}

fn main() {}
