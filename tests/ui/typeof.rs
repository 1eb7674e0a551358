mod c {
    cffi_rt::cdef! {
        extern int a;
        extern __typeof__(a) b;
    }
}

fn main() {}
