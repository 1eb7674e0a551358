mod c {
    cffi_rt::cdef! {
        #![preamble("
            int *begin(void); int start(void); int use_it(void); int use_both(void); int other(void); int second(void); int third(void);
            typedef int rc; const char *rc_text(rc code); typedef int status; const char *status_text(status code);
        ")]
        unsafe extern "C" {
            int *begin(void) cdef_provides(beginning);
            int start(void) cdef_provides(library) cdef_unsafe;
            int use_it(void) cdef_requires(library) cdef_safe;
            int use_both(void) cdef_requires(beginning) cdef_safe;
            typedef int rc _Return_type_success_(return == 0) cdef_error_text(rc_text);
            const char *__null_terminated cdef_static rc_text(rc code) cdef_requires(library) cdef_safe;
            typedef int status _Return_type_success_(return == 0) cdef_error_text(status_text);
            const char *__null_terminated cdef_static status_text(status code) cdef_unsafe;
            int other(void) cdef_requires(nothing) cdef_safe;
            int second(void) cdef_provides(second) cdef_requires(library) cdef_safe;
            int third(void) cdef_provides(third) cdef_requires(lock: all) cdef_safe;
        }
    }
}

fn main() {}
