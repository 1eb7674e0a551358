mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; int b; };")]
        struct s { int a; };
    }
}

fn main() {}
