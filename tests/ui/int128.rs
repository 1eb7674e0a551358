mod c {
    cffi_rt::cdef! {
        __int128 f(void);
    }
}

fn main() {}
