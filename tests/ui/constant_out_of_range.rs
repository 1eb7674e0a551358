mod c {
    cffi_rt::cdef! {
        #![preamble("\n#define X 300\n#define Y 1.5\n")]
        static const unsigned char X;
        static const int Y;
    }
}

fn main() {}
