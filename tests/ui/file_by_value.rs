mod c {
    cffi_rt::cdef! {
        void f(FILE file);
    }
}

fn main() {}
