mod c {
    cffi_rt::cdef! {
        #![preamble("enum e { A = 1, B };")]
        enum e { A, B = 5 };
    }
}

fn main() {}
