mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdlib.h>
            struct item { int a; char b; };
            void other(const int *a, const long *b); void said(const int *a, const int *b);
            void both(const int *a, const int *b, const int *c); void itself(const int *a);
            void beyond(const int *a, int n);
            int written(char **a); int gaps(const char **a); int counted(char **a, int n);
            int full(char **a, size_t *n); int silent(char **a, size_t *n); int fixed(char **a, size_t n);
            int ahead(char **a, size_t *n); int stays(char **a, size_t n); int bytes(const int **a, size_t *n);
            int sum(const int **a, size_t n); int reads(const char **a, const size_t *n); int idle(char **a);
            int shared(const char **a, const char **b, size_t *n); char **list(void);
            int maybe(char **a, size_t *n); int listed(const char *const *a, int n);
        ")]
        struct item { int a; char b; };
        unsafe extern "C" {
            void other(const int *__ended_by(b) a, const long *b) cdef_safe;
            void said(const int *__ended_by(b) a, const int *__single b) cdef_safe;
            void both(const int *__ended_by(c) a, const int *__ended_by(c) b, const int *c) cdef_safe;
            void itself(const int *__ended_by(a) a) cdef_safe;
            void beyond(const int *__ended_by(a + n) a, int n) cdef_safe;
            int written(char *__null_terminated *__null_terminated a) cdef_safe;
            int gaps(const char *_Nullable __null_terminated *__null_terminated a) cdef_safe;
            int full(_Inout_ _Out_writes_to_(*n, return) char *cdef_owned_by(free) *a, _Inout_ size_t *n) cdef_safe;
            int silent(_Inout_ char *cdef_owned_by(free) _Nullable __counted_by(*n) *a, _Inout_ size_t *n) cdef_safe;
            int fixed(_Inout_ _Out_writes_to_(n, return) char *cdef_owned_by(free) _Nullable *a, size_t n) cdef_safe;
            int ahead(_Inout_ _Out_writes_to_(*n, 1) char **a, _Inout_ size_t *n) cdef_safe;
            int stays(_Inout_ _Out_writes_to_(n, 0) char **a, size_t n) cdef_safe;
            int maybe(_Inout_ _Out_writes_to_(*n, 0) char **_Nullable a, _Inout_ size_t *n) cdef_safe;
            int listed(const char *const cdef_static __null_terminated *__counted_by(n) a, int n) cdef_safe;
            int bytes(_Inout_ const int *__sized_by(*n) *a, _Inout_ size_t *n) cdef_safe;
            int sum(_Inout_ const int *__counted_by(n + 1) *a, size_t n) cdef_safe;
            int reads(_Inout_ const char *__counted_by(*n) *a, _In_ const size_t *n) cdef_safe;
            int idle(_Outptr_ char *_In_ cdef_static __null_terminated *a) cdef_safe;
            int shared(_Inout_ const char *__counted_by(*n) *a, _Inout_ const char *__counted_by(*n) *b,
                       _Inout_ size_t *n) cdef_safe;
            char *__null_terminated *cdef_owned_by(free) __null_terminated list(void) cdef_safe;
        }
    }
}

fn main() {}
