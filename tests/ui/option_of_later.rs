mod c {
    cffi_rt::cdef! {
        #![dlopen("libz.so.1")]
        #![names(rust)]
        int f(void);
    }
}

fn main() {}
