mod c {
    cffi_rt::cdef! {
        #![preamble("extern double g;")]
        extern float g;
    }
}

fn main() {}
