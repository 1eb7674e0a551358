mod c {
    cffi_rt::cdef! {
        #![preamble("static inline int twice(int a) { return 2 * a; }")]
        static inline int twice(int a) { return 2 * a; }
    }
}

fn main() {}
