mod c {
    cffi_rt::cdef! {
        #![preamble("int *begin(void); int start(void); int use_it(void); int use_both(void); int other(void); int second(void); int third(void);")]
        unsafe extern "C" {
            int *begin(void) cdef_provides(beginning);
            int start(void) cdef_provides(library) cdef_unsafe;
            int use_it(void) cdef_requires(library) cdef_safe;
            int use_both(void) cdef_requires(beginning) cdef_safe;
            int other(void) cdef_requires(nothing) cdef_safe;
            int second(void) cdef_provides(second) cdef_requires(library) cdef_safe;
            int third(void) cdef_provides(third) cdef_requires(lock: all) cdef_safe;
        }
    }
}

fn main() {}
