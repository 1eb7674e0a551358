mod c {
    cffi_rt::cdef! {
        #![preamble("typedef double t;")]
        typedef float t;
    }
}

fn main() {}
