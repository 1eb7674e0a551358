mod c {
    cffi_rt::cdef! {
        long double f(double _Complex d);
        void g(int n, ...);
        struct s { long double (*callback)(__int128 a); };
    }
}

fn main() {}
