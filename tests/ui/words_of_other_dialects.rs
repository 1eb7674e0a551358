mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef struct s s; void s_free(s *a); int fails(int *a); int takes(s *a); int given(void);
        ")]
        unsafe extern "C" {
            struct s cdef_destroy(s_free);
            int fails(_On_failure_(_Out_) int *a);
            int takes(s *cdef_consumed_on(success) a);
            int given(void) cdef_export;
            int given(void) _Ret_maybenull_ cdef_safe;
        }
    }
}

fn main() {}
