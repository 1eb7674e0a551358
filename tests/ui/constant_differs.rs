mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
        #define INTEGER 43
        #define FLOAT 1.5
        #define TEXT "header"
        #define KIND "1"
        "#)]
        #define INTEGER 42
        #define FLOAT 1.25
        #define TEXT "block"
        #define KIND 1
    }
}

fn main() {}
