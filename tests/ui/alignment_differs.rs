mod c {
    cffi_rt::cdef! {
        #![preamble("struct __attribute__((aligned(8))) s { int a, b; };")]
        struct s { int a, b; };
    }
}

fn main() {}
