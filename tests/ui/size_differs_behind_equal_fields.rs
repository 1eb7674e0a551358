mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct packed { int a; char b; } __attribute__((packed));
            struct fewer { long a; };
            union smaller { char a; };
            struct aligned { int a; } __attribute__((aligned(8)));
            struct bits { unsigned a : 3; } __attribute__((packed));
            struct outer { struct { unsigned a : 3; unsigned b : 6; } __attribute__((packed)); char c; };
        "#)]
        struct packed { int a; char b; };
        struct fewer { long a; char b[]; };
        union smaller { char a; } __attribute__((aligned(4)));
        struct aligned { int a; };
        struct bits { unsigned a : 3; };
        struct outer { struct { unsigned a : 3; unsigned b : 6; }; char c; };
    }
}

fn main() {}
