mod c {
    cffi_rt::cdef! {
        typeof(int) typeof(int) first;
        unsigned typeof(int) second;
        typeof(int) struct s third;
        int f(typeof(int) typeof(int) a);
        unsigned float fourth;
    }
}

fn main() {}
