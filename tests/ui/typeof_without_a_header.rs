mod c {
    cffi_rt::cdef! {
        int f(typeof(*gmtime(0)) *t);
        extern typeof(g) g;
        extern int h;
        extern typeof(h) ok;
    }
}

fn main() {
    let _ = c::ok;
}
