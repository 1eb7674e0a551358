mod c {
    cffi_rt::cdef! {
        "int f(int a;"
        "int g(void));"
    }
}

fn main() {}
