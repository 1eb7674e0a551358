mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef struct { int a; } untagged;
            typedef struct hidden opaque;
            typedef enum { FIRST } choice;
            struct outer { struct { unsigned b; } inner; };
        "#)]
        typedef struct untagged { int a; } untagged;
        typedef struct hidden { int a; } opaque;
        typedef enum choice { FIRST } choice;
        struct outer { struct { int b; } inner; };
    }
}

fn main() {}
