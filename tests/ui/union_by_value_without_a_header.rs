mod c {
    cffi_rt::cdef! {
        union u { int i; double d; };
        union u f(union u a);
    }
}

fn main() {}
