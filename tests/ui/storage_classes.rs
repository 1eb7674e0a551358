mod c {
    cffi_rt::cdef! {
        extern static int a;
        static typedef int b;
    }
}

fn main() {}
