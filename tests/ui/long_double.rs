mod c {
    cffi_rt::cdef! {
        long double f(long double d);
    }
}

fn main() {}
