mod c {
    cffi_rt::cdef! {
        #![cfg_attr(feature = "loaded")]
        int f(void);
    }
}

fn main() {}
