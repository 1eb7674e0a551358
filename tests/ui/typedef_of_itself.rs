mod c {
    cffi_rt::cdef! {
        typedef t u;
        typedef u t;
    }
}

fn main() {}
