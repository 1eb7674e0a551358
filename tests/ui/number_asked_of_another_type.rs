mod c {
    cffi_rt::cdef! {
        #![preamble("typedef double t; typedef char u; typedef double v;")]
        typedef int... t;
        typedef float... u;
        typedef ... *v;
    }
}

fn main() {}
