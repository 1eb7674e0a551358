mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef struct db db; typedef struct row row; typedef struct pool pool; typedef struct part part;
            void db_free(db *p); void row_free(row *p); void pool_free(pool *p); void part_free(part *p);
            row *row_new(db *d); void pool_put(pool *p, row *r); void pool_add(pool *p, part *t); pool *pool_of(part *t);
            void part_drop(part *t); row *row_any(void); const row *row_none(void);
        ")]
        unsafe extern "C" {
            struct db cdef_destroy(db_free);
            struct row cdef_destroy(row_free);
            struct part cdef_destroy(part_free);
            struct pool cdef_destroy(pool_free) cdef_send;
            row *cdef_owned row_new(db *cdef_shared d __lifetimebound) cdef_safe;
            void row_free(row *cdef_consumed p) cdef_safe;
            void pool_put(pool *p, row *cdef_consumed r) cdef_safe;
            void pool_add(pool *p, part *cdef_consumed t) cdef_safe;
            pool *cdef_owned pool_of(part *cdef_consumed t) cdef_safe;
            void part_drop(part *cdef_consumed t) cdef_safe;
            row *cdef_owned row_any(void) cdef_safe;
        }
    }
}

fn main() {}
