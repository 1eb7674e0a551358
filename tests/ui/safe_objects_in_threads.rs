mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            typedef struct counted counted; typedef struct db db; typedef struct row row; typedef struct all all;
            void counted_free(counted *a); void counted_ref(counted *a); void db_free(db *a); void row_free(row *a);
            row *row_new(db *a); row *row_loose(db *a); const char *all_error(const all *a);
            size_t all_size(const all *a);
            int all_get(const all *a, char *to); int all_do(const all *a);
        ")]
        unsafe extern "C" {
            struct counted cdef_destroy(counted_free) cdef_retain(counted_ref) cdef_send;
            struct db cdef_destroy(db_free) cdef_send;
            struct row cdef_destroy(row_free) cdef_send;
            struct all cdef_sync;
            row *cdef_owned row_new(db *cdef_shared a __lifetimebound) cdef_safe;
            row *cdef_owned row_loose(db *cdef_shared a) cdef_safe;
            const char *__null_terminated cdef_transient all_error(const all *a) cdef_safe;
            int all_get(const all *a, _Out_ char *__counted_by(all_size(a)) to) cdef_safe;
            int all_do(const all *a) _Success_(return == 0) cdef_error(text = all_error(a)) cdef_safe;
        }
    }
}

fn main() {}
