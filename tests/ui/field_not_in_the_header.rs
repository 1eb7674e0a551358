mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; };")]
        struct s { int a, b; };
    }
}

fn main() {}
