mod c {
    cffi_rt::cdef! {
        struct a { struct b inner; };
        struct b { struct a inner[2]; };
        // One mistake, one message.
        struct c { struct b inner; };
    }
}

fn main() {}
