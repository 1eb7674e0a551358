mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdio.h>
            typedef struct a a; typedef struct b b; typedef struct r r;
            void a_free(a *p); void b_free(b *p); void r_free(r *p); void r_ref(r *p); char *text(void);
            void text_free(void *p); char *other(void); void other_free(void *p); int locked(int s);
            const char *lock_text(int s); const char *run_text(int s); const char *loose_text(int s); int limit(void);
            typedef struct z z; int z_free(z *p); typedef struct v v; void v_free(void *p);
        ")]
        unsafe extern "C" {
            struct a cdef_destroy(a_free);
            struct z cdef_destroy(z_free);
            struct v cdef_destroy(v_free);
            void v_free(void *__sized_by(8) p) cdef_safe;
            typedef _Return_type_success_(return == limit()) int z_rc;
            z_rc z_free(z *cdef_consumed p) cdef_safe;
            struct b cdef_destroy(b_free);
            struct r cdef_destroy(r_free) cdef_retain(r_ref);
            void a_free(a *cdef_consumed p) cdef_requires(lock: heap);
            void b_free(b *p) cdef_safe;
            void r_free(r *cdef_consumed p);
            void r_ref(r *p) _Pre_satisfies_(p != NULL);
            char *cdef_owned_by(text_free) __null_terminated text(void);
            void text_free(void *__sized_by(1) p) cdef_requires(lock: heap) cdef_safe;
            int fclose(FILE *stream) cdef_safe;
            typedef _Return_type_success_(return == 0) int locked_rc cdef_error_text(lock_text);
            typedef _Return_type_success_(return == 0) int run_rc cdef_error_text(run_text);
            typedef _Return_type_success_(return == 0) int loose_rc cdef_error_text(loose_text);
            const char *__null_terminated cdef_static lock_text(int s) cdef_requires(lock: heap);
            const char *__null_terminated cdef_static run_text(_In_range_(0, limit()) int s);
        }
    }
}

fn main() {}
