mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; };")]
        struct s { float a : 3; int *: 2; int b : 0; int c : -1; };
    }
}

fn main() {}
