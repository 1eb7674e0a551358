mod c {
    cffi_rt::cdef! {
        #![preamble("struct __attribute__((packed)) s { char a; int b; };")]
        struct s { int b; ...; };
    }
}

fn main() {}
