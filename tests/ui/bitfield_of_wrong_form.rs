mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; };")]
        struct s { float a : 3; int b : 0; int c : -1; float : 2; };
    }
}

fn main() {}
