mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct real { double a; };
            struct large { unsigned a : 3; char rest[1 << 21]; };
        "#)]
        struct real { int a : 3; };
        struct large { unsigned a : 3; char rest[2097152]; };
    }
}

fn main() {}
