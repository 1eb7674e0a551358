mod c {
    cffi_rt::cdef! {
        #![link("z", kind = "dynamic")]
        int f(void);
    }
}

fn main() {}
