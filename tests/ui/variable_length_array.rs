mod c {
    cffi_rt::cdef! {
        extern int a[*];
        int f(int n, int a[n]);
    }
}

fn main() {}
