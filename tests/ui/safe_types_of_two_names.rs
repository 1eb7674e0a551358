mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; typedef struct s a; typedef struct s b; void a_free(a *x); void b_free(b *x); void a_ref(a *x);
            struct t; typedef struct t t_name; void t_free(struct t *x); void t_ref(struct t *x); struct t *t_new(void);
        ")]
        unsafe extern "C" {
            typedef struct s a cdef_destroy(a_free);
            typedef struct s b cdef_destroy(b_free) cdef_send;
            struct t cdef_destroy(t_free);
            typedef struct t t_name cdef_retain(t_ref);
            struct t cdef_send cdef_sync;
            struct t *cdef_owned t_new(void) cdef_safe;
        }
    }
}

fn main() {}
