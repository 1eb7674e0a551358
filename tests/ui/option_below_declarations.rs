mod c {
    cffi_rt::cdef! {
        int f(void);
        #![link("z")]
    }
}

fn main() {}
