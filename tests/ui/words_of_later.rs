mod c {
    cffi_rt::cdef! {
        unsafe extern "C" {
            int f(void);
        }
        extern "Rust" int g(int a);
        use <stdlib.h> *;
    }
}

fn main() {}
