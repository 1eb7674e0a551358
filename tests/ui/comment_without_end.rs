mod c {
    cffi_rt::cdef! {
        "int f(void); /* no end"
    }
}

fn main() {}
