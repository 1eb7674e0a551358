mod c {
    cffi_rt::cdef! {
        unsigned float a(void);
        short short b(void);
        long long long c(void);
        signed unsigned d(void);
    }
}

fn main() {}
