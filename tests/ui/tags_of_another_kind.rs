mod c {
    cffi_rt::cdef! {
        #![preamble("union s { int a; }; struct t { int a; }; union u; enum e { E };")]
        struct s { int a; };
        enum t { T };
        enum u { U, ... };
        struct e { int a; };
    }
}

fn main() {}
