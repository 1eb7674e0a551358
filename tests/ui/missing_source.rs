mod c {
    cffi_rt::cdef! {
        #![source("no/such/file.c")]
        int f(void);
    }
}

fn main() {}
