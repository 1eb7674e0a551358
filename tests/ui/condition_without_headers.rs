mod c {
    cffi_rt::cdef! {
        int abs(int a);
        #ifndef _WIN32
        long labs(long a);
        #endif
    }
}

fn main() {
    let _ = (c::abs, c::labs);
}
