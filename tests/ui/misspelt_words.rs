mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            typedef struct s s; void s_free(s *a); s *s_new(void); int sum(const int *a, size_t n); int copy(char *a, size_t n);
        ")]
        unsafe extern "C" {
            struct s cdef_destory(s_free);
            s *cdef_ownd s_new(void);
            int sum(const int *__conted_by(n) a, size_t n);
            int copy(_Out_write_z_(n) char *a, size_t n) _success_(return == 0);
        }
    }
}

fn main() {}
