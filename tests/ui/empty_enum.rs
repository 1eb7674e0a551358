mod c {
    cffi_rt::cdef! {
        enum e {};
    }
}

fn main() {}
