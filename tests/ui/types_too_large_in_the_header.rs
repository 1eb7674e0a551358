mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s { char a[1ull << 60]; char b[1ull << 60]; };
            struct t { char a[1ull << 60]; char b[1ull << 60]; };
        ")]
        struct s { char a[1ull << 60]; char b[1ull << 60]; };
        struct t { char b[1ull << 60]; ...; };
    }
}

fn main() {}
