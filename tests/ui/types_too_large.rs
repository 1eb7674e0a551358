mod c {
    cffi_rt::cdef! {
        struct s { char a[1ull << 62]; };
        struct t { char a[1ull << 60]; char b[1ull << 60]; };
        extern char global[1ull << 61];
        // One mistake, one message.
        struct u { struct s inner; };
    }
}

fn main() {}
