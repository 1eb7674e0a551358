mod c {
    cffi_rt::cdef! {
        int f(int a, void b);
    }
}

fn main() {}
