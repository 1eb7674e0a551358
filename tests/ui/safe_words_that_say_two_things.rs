mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdlib.h>
            typedef struct s s; void s_free(s *a);
            void rooms(int *p, size_t *n); void same(int *p, size_t *n); void text(char p[8]);
            char *ends(void); s *loose(void); int number(void); typedef char *text_t; char *aliased(void); const int *bytes(size_t *n); int *own(size_t *n);
        ")]
        unsafe extern "C" {
            struct s cdef_destroy(s_free);
            static void both(_Inout_ const int *p) cdef_safe;
            void rooms(_Out_writes_to_(2, *n) int *__counted_by(4) p, _Out_ size_t *n) cdef_safe;
            void same(_Out_writes_to_(4, *n) int *__counted_by(4) p, _Out_ size_t *n) cdef_safe;
            void text(_Out_writes_z_(4) char p[8]) cdef_safe;
            char *__null_terminated cdef_owned_by(free) cdef_transient ends(void) cdef_safe;
            s *cdef_owned cdef_stable loose(void) cdef_safe;
            typedef char *text_t __null_terminated cdef_owned_by(free);
            text_t cdef_static aliased(void) cdef_safe;
            int cdef_static number(void) cdef_safe;
            const int *__sized_by(*n) cdef_static bytes(_Out_ size_t *n) cdef_safe;
            int *__sized_by(*n) cdef_owned_by(free) own(_Out_ size_t *n) cdef_safe;
        }
        static void both(const int *p) { *(int *)p = 1; }
    }
}

fn main() {}
