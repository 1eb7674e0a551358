mod c {
    cffi_rt::cdef! {
        int char a(void);
        struct s { int a; } int b(void);
    }
}

fn main() {}
