mod c {
    cffi_rt::cdef! {
        typedef int a[4];
        a f(void);
    }
}

fn main() {}
