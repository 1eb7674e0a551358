mod c {
    cffi_rt::cdef! {
        #![declarations("no/such/file.h")]
        int f(void);
    }
}

fn main() {}
