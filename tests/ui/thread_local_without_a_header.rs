mod c {
    cffi_rt::cdef! {
        extern _Thread_local int g;
    }
}

fn main() {}
