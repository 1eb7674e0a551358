mod c {
    cffi_rt::cdef! {
        #![preamble("
            int now(void); void data(int (*f)(void *p), char *p); void variable(int (*f)(int n, ...));
            void null(int (*f)(void)); void text(char *(*f)(int a)); void pointer(int (*f)(char *a));
            void threads(int (*f)(void *p), void *p); void nothing(void (*f)(void *p), void *p);
            void real(double (*f)(void *p), void *p); void call(int (*f)(void *p), void *p);
            void returns(int (*f)(void *p), void *p, int (*d)(void *p));
            void two(int (*f)(void *p), void *p, void (*d)(void *q), void *q);
        ")]
        unsafe extern "C" {
            void data(int (*f)(void *p) cdef_closure(p) cdef_scope(call), char *p) cdef_safe;
            void variable(int (*f)(int n, ...)) cdef_safe;
            void null(int (*_Nullable f)(void) cdef_closure() cdef_scope(call)) cdef_safe;
            void text(char *(*f)(int a)) cdef_safe;
            void pointer(int (*f)(char *a)) cdef_safe;
            void threads(int (*f)(void *p) cdef_closure(p) cdef_scope(call) cdef_send, void *p) cdef_safe;
            void nothing(void (*f)(void *p) cdef_closure(p) cdef_scope(call) cdef_on_panic(1), void *p) cdef_safe;
            void real(double (*f)(void *p) cdef_closure(p) cdef_scope(call) cdef_on_panic(1), void *p) cdef_safe;
            void call(int (*f)(void *p) cdef_closure(p) cdef_scope(call) cdef_on_panic(now()), void *p) cdef_safe;
            void returns(int (*f)(void *p) cdef_closure(p) cdef_scope(until(d)), void *p,
                         int (*d)(void *p) cdef_destroyer(p, always)) cdef_safe;
            void two(int (*f)(void *p) cdef_closure(p) cdef_scope(until(d)), void *p,
                     void (*d)(void *q) cdef_destroyer(q, always), void *q) cdef_safe;
        }
    }
}

fn main() {}
