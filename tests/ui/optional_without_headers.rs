mod c {
    cffi_rt::cdef! {
        int f(void) cdef_optional;
        extern int v __attribute__((weak));
    }
}

fn main() {
    let _ = (c::f, c::v);
}
