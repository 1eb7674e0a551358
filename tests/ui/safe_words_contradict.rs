mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; void s_free(struct s *a); void s_end(struct s *a); struct s *s_new(void);
            int f(int *a, int n); const char *g(void); int h(const int *a); int i(int *a, int n); int j(int *a);
        ")]
        unsafe extern "C" {
            struct s cdef_destroy(s_free) cdef_destroy(s_end);
            int f(int *a, int n) cdef_name(F) cdef_name(G);
            int f(_In_ _Out_ int *a, int n);
            int f(_In_ _Inout_ int *a, int n);
            int f(int *__counted_by(n) __single a, int n);
            int f(int *__counted_by(n) __sized_by(n) a, int n);
            int f(int *__counted_by(n) __counted_by(2) a, int n);
            int f(int *_Nullable _Nonnull a, int n);
            int f(int *cdef_owned cdef_consumed a, int n);
            const char *cdef_static cdef_transient g(void);
            int f(int *a, int n) cdef_safe cdef_unsafe;
            int f(int *a, int n) _Success_(return == 0) _Success_(return > 0);
            int f(int *a, int n) cdef_error(errno) cdef_error(return);
            int h(_In_ const int *a) __attribute__((access(write_only, 1)));
            int h(const int *_Nullable a) __attribute__((nonnull(1)));
            int j(_In_ int *a);
            int j(_Out_ int *a);
            int i(int *a, int n) __attribute__((access(read_only, 3, 2)));
            int i(int *a, int n) __attribute__((access(read_only, 1, 3)));
        }
    }
}

fn main() {}
