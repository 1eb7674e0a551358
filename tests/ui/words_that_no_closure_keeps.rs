mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; void s_free(struct s *a); void bound(void (*f)(int *a, void *p), void *p);
            void length(void (*f)(int *a, int n, void *p), void *p); void taken(void (*f)(struct s *a, void *p), void *p);
            void room(void (*f)(int *a, void *p), void *p);
        ")]
        unsafe extern "C" {
            struct s cdef_destroy(s_free);
            void bound(void (*f)(int *__single a __lifetimebound, void *p) cdef_closure(p) cdef_scope(call), void *p)
                cdef_safe;
            void length(void (*f)(int *__counted_by(n < 3) a, int n, void *p) cdef_closure(p) cdef_scope(call), void *p)
                cdef_safe;
            void taken(void (*f)(struct s *cdef_consumed a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void room(void (*f)(_Out_ int *__null_terminated a, void *p) cdef_closure(p) cdef_scope(call), void *p)
                cdef_safe;
        }
    }
}

fn main() {}
