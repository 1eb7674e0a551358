mod c {
    cffi_rt::cdef! {
        #![link(z)]
        #![flag(O2)]
        #![define("A")]
        #![prefix(a = 1)]
        int f(void);
    }
}

fn main() {}
