mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct width { unsigned a : 5; };
            struct sign { unsigned a : 5; };
            struct boolean { _Bool a : 1; };
            struct order { unsigned a : 5, b : 5; };
            struct whole { int a; };
            struct bits { int a : 3; };
            struct hidden { int a : 3, b : 2, c : 4; };
        "#)]
        struct width { unsigned a : 4; };
        struct sign { int a : 5; };
        struct boolean { unsigned a : 1; };
        struct order { unsigned b : 5, a : 5; };
        struct whole { int a : 3; };
        struct bits { int a; };
        struct hidden { int a : 3, : 2, c : 4; };
    }
}

fn main() {}
