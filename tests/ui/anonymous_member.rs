mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int kind; union { int i; float f; }; };")]
        struct s { int kind; union { int i; float f; }; };
    }
}

fn main() {}
