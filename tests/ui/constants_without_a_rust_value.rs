mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #define COMPLEX (1.0 + 1.0i)
            #define LARGE ((unsigned __int128)1 << 127)
            #define PRECISE 1.5L
            #define WIDE L"wide"
        "#)]
        #define COMPLEX ...
        #define LARGE ...
        #define PRECISE 2.5L
        #define WIDE "wide"
    }
}

fn main() {}
