mod c {
    cffi_rt::cdef! {
        enum e { A = 1.5, B = "text" };
    }
}

fn main() {}
