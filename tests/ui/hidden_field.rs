mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; char b, hidden; };")]
        struct s { int a; char b; };
    }
}

fn main() {}
