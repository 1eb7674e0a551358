mod c {
    cffi_rt::cdef! {
        #![preamble("struct __attribute__((packed)) s { char a; int b; };")]
        struct s { char a; int b; };
    }
}

fn main() {}
