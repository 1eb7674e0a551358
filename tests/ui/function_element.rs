mod c {
    cffi_rt::cdef! {
        typedef int f(int);
        extern f g[4];
    }
}

fn main() {}
