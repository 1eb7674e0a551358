mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { unsigned a : 3, : 2, b : 3; };")]
        struct s { unsigned a : 3, : 2, b : 3; };
    }
}

fn main() {}
