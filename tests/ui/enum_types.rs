mod c {
    cffi_rt::cdef! {
        enum a : float { A };
        enum b : unsigned char { B = 256 };
        enum c : { C };
        typedef double real;
        enum d : real { D };
    }
}

fn main() {}
