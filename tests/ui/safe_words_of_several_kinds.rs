mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            typedef int fd; typedef struct pool pool; typedef struct job job;
            int fd_close(fd f); int fd_valid(fd f); int both(const fd *fds);
            int open_both(fd *fds); int hand_over(fd f); int keep(pool *p, fd f);
            void pool_free(pool *p); void job_free(job *j); size_t pool_size(const pool *p);
            int fill(const pool *p, const char **at, size_t left); int peek(const char *const *at);
            const char *const *names(const pool *p); char **slots(void);
            void on_job(int (*done)(void *ctx, job *j), void *ctx, void (*end)(void *ctx));
        "#)]
        #include <stddef.h>
        struct pool; struct job;
        unsafe extern "C" {
            typedef int fd cdef_destroy(fd_close);
            struct pool cdef_destroy(pool_free) cdef_send cdef_sync;
            struct job cdef_destroy(job_free);
            int open_both(_Out_ fd fds[2] cdef_owned) _Success_(both(fds) == 0) cdef_error(return) cdef_safe;
            int hand_over(fd cdef_consumed f) _Success_(fd_valid(f) == 0) cdef_error(return) cdef_safe;
            int keep(pool *p, fd cdef_consumed f) cdef_safe;
            int fill(const pool *p, _Inout_ const char *__counted_by(left) *at, size_t left)
                _Success_(peek(at) == 0) cdef_error(return) cdef_safe;
            const char *__null_terminated const *_Nonnull __counted_by(pool_size(p)) cdef_transient
                names(const pool *p) cdef_safe;
            char *__null_terminated *_Nonnull __null_terminated cdef_static slots(void) cdef_safe;
            void on_job(int (*done)(void *ctx, job *cdef_owned j)
                            cdef_closure(ctx) cdef_send cdef_scope(until(end)) cdef_on_panic(0),
                        void *ctx, void (*end)(void *ctx) cdef_destroyer(ctx, always)) cdef_safe;
        }
    }
}

fn main() {}
