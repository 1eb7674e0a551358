mod c {
    cffi_rt::cdef! {
        #![preamble("double f(double d);")]
        float f(float d);
    }
}

fn main() {}
