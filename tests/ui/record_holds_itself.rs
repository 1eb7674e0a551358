mod c {
    cffi_rt::cdef! {
        struct a { struct b inner; };
        struct b { struct a inner[2]; };
    }
}

fn main() {}
