mod c {
    cffi_rt::cdef! {
        #![lnk("z")]
        #![allow(unused)]
        int f(void);
    }
}

fn main() {}
