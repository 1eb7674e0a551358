mod declared {
    cffi_rt::cdef! {
        struct s { char a[1ull << 62]; };
        struct t { char a[1ull << 60]; char b[1ull << 60]; };
        extern char global[1ull << 61];
        // One mistake, one message.
        struct u { struct s inner; };
    }
}

mod verified {
    cffi_rt::cdef! {
        #![preamble("struct v { char a[1ull << 62]; }; typedef char text[1ull << 62]; extern char more[1ull << 62];")]
        struct v { char a[...]; ...; };
        typedef char text[...];
        extern char more[...];
    }
}

fn main() {}
