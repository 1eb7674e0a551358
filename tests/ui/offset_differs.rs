mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a; int b; int c; }; struct t { int a; char b; };")]
        struct s { int a; int c; };
        struct t { char b; int a; };
    }
}

fn main() {}
