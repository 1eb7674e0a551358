mod c {
    cffi_rt::cdef! {
        unsafe extern "C" {
            int f(const char *__counted_by(sizeof(int)) a) cdef_safe;
            int g(const char *__counted_by(NAMELESS) a) cdef_safe;
        }
    }
}

fn main() {}
