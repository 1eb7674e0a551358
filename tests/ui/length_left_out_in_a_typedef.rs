mod c {
    cffi_rt::cdef! {
        typedef int list[];
        struct s { list a; int b; };
        int f(list a);
    }
}

fn main() {
    let _ = c::f;
}
