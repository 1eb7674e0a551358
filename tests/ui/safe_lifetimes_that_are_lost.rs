mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdio.h>
            #include <stdlib.h>
            typedef struct arena arena; typedef struct shelf shelf; typedef struct book book;
            void arena_free(arena *a); char *arena_text(arena *a); int arena_out(arena *a, char **out);
            FILE *arena_file(arena *a); int *counter(void); char *name(void); const int *limit(void);
            const book *book_first(void); const book *shelf_book(const shelf *s); const book *book_in(const char *text); void shelf_free(shelf *s);
            void watch(void (*f)(void *p, const book *b), void *p);
        ")]
        unsafe extern "C" {
            struct arena cdef_destroy(arena_free);
            struct shelf cdef_destroy(shelf_free) cdef_sync;
            struct book cdef_opaque;
            char *cdef_owned_by(free) __null_terminated arena_text(arena *a __lifetimebound) cdef_safe;
            int arena_out(arena *a __lifetimebound, _Outptr_ char *cdef_owned_by(free) __null_terminated *out) cdef_safe;
            FILE *cdef_owned arena_file(arena *a __lifetimebound) cdef_safe;
            int *__single cdef_static counter(void) cdef_safe;
            char *__null_terminated cdef_static name(void) cdef_safe;
            const int *__single cdef_static limit(void) cdef_safe;
            const book *cdef_static book_first(void) cdef_safe;
            const book *shelf_book(const shelf *s __lifetimebound) cdef_safe;
            const book *book_in(const char *__null_terminated text __lifetimebound) cdef_safe;
            void watch(void (*f)(void *p, const book *b) cdef_closure(p) cdef_scope(forever) cdef_send, void *p) cdef_safe;
        }
    }
}

fn main() {}
