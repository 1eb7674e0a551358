mod c {
    cffi_rt::cdef! {
        #![preamble("\nint f(void);\n#define X f()\n")]
        static const int X = 3;
    }
}

fn main() {}
