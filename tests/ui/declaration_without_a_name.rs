mod c {
    cffi_rt::cdef! {
        int;
        const char;
        struct s { int; };
    }
}

fn main() {}
