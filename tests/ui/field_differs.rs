mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { double d; };")]
        struct s { float d; };
    }
}

fn main() {}
