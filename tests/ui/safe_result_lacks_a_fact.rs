mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdlib.h>
            typedef struct s s; typedef struct bare bare; typedef struct counted counted; struct held { int *a; };
            void s_free(s *a); void counted_free(counted *a); int counted_ref(counted *a);
            const char *forgotten(void); char *endless(void); char *unfreed(void);
            char *texts(void); bare *bare_new(void);
            const char *loose(void); int coded(void); int mixed(void); int strange(s *a); s *taken(void);
            const char *within(const char *a);
            char *find(const char *a, int c); const char *inside(counted *a); struct held parts(void);
            int when(int *a); int sized(const int *a); int cast(int *a); int ranged(int a);
            int given(int a); int length_of(s *a); const char *scalar(int a); int two(int **a, int *n);
        ")]
        struct held { int *a; };
        unsafe extern "C" {
            struct s cdef_destroy(s_free);
            struct counted cdef_destroy(counted_free) cdef_retain(counted_ref);
            const char *__null_terminated forgotten(void) cdef_safe;
            char *cdef_static endless(void) cdef_safe;
            char *cdef_owned_by(free) unfreed(void) cdef_safe;
            bare *cdef_owned bare_new(void) cdef_safe;
            char *cdef_owned __null_terminated texts(void) cdef_safe;
            s *cdef_consumed taken(void) cdef_safe;
            int coded(void) cdef_error(errno) cdef_safe;
            int mixed(void) _Success_(return == 0) cdef_error(errno, return) cdef_safe;
            int strange(s *a) _Success_(return == 0) cdef_error(what = taken()) cdef_safe;
            char *cdef_within(c) find(const char *__null_terminated a, int c) cdef_safe;
            const char *cdef_within(b) within(const char *__null_terminated a) cdef_safe;
            const char *__null_terminated inside(counted *a __lifetimebound) cdef_safe;
            struct held parts(void) cdef_safe;
            int when(_Out_writes_to_(return, 1) int *a) cdef_safe;
            int sized(const int *__counted_by("a") a) cdef_safe;
            int cast(int *__counted_by(1 / 2.0) a) cdef_safe;
            int given(int a) _Pre_satisfies_(return == 0) cdef_safe;
            const char *__null_terminated scalar(int a __lifetimebound) cdef_safe;
        }
    }
}

fn main() {}
