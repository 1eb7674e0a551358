mod c {
    cffi_rt::cdef! {
        #![preamble("enum e { A }; enum f { B = -1 };")]
        enum e : int { A };
        enum f : long { B = -1 };
    }
}

fn main() {}
