mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef struct db db; void db_free(db *d); int db_end(db *d); const char *db_text(db *d); int size(const int *p);
            int early(int *p); int early_too(int *p); int late(int *p); int late_too(int *p); int null(int *p);
            int none(const int *p, int n); int half(double d); int whole(int *p); int guarded(const int *p);
            int plain(int (*f)(int)); int closure(int (*f)(void *p), void *p);
            void nothing(int a); int real(double d); int counted(int n, const int *a); int put(const int *a);
        ")]
        unsafe extern "C" {
            struct db cdef_destroy(db_free);
            int db_end(db *cdef_consumed d) _Success_(return == 0) cdef_error(db_text(d)) cdef_safe;
            int early(_Out_ int *p) _Pre_satisfies_(*p > 3) cdef_safe;
            int early_too(_Out_ int *p) _Pre_satisfies_(size(p) > 3) cdef_safe;
            int late(_Out_ int *p) _Success_(return == 0) cdef_error(errno = *p) cdef_safe;
            int late_too(_Out_ int *p) _Success_(size(p) == 0) cdef_safe;
            int null(_Inout_ int *_Nullable p) _Pre_satisfies_(*p > 3) cdef_safe;
            int none(const int *__counted_by(n) p, int n) _Pre_satisfies_(*p > 3) cdef_safe;
            int guarded(const int *__single _Nullable p) _Pre_satisfies_(p == NULL || *p > 3) cdef_safe;
            int plain(int (*f)(int)) _Pre_satisfies_(f != NULL) cdef_safe;
            int closure(int (*f)(void *p) cdef_closure(p) cdef_scope(call) cdef_on_panic(0), void *p)
                _Pre_satisfies_(p != NULL) cdef_safe;
            void nothing(int a) _Success_(return == 0) cdef_safe;
            int real(double d) _Pre_satisfies_(d > 0) cdef_safe;
            int counted(int n, _In_ const int a[n]) cdef_safe;
            int put(_Out_ const int *a) cdef_safe;
            int half(_In_range_(0, 10) double d) cdef_safe;
            int whole(_Inout_ _In_range_(0, 10) int *p) cdef_safe;
        }
    }
}

fn main() {}
