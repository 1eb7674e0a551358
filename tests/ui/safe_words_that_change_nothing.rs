mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; void s_free(struct s *a); void take(const char *a); void own(struct s *a);
            void keep(const int *a, int n); void within(const char *a, const char *b); int number(int a);
            void next(struct s **a);
        ")]
        unsafe extern "C" {
            struct s cdef_destroy(s_free);
            void take(const char *cdef_consumed __null_terminated a) cdef_safe;
            void own(struct s *cdef_owned a) cdef_safe;
            void keep(const int *__counted_by(n) cdef_static a, int n) cdef_safe;
            void within(const char *__null_terminated cdef_within(b) a, const char *__null_terminated b) cdef_safe;
            int number(_Out_ int a) cdef_safe;
        }
    }
}

fn main() {}
