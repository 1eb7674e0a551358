mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef int (*call_fn)(void *p, int n); typedef int number;
            static inline void a(call_fn f, void *p) { (void)f; (void)p; }
            static inline void b(call_fn f, void *q) { (void)f; (void)q; }
            static inline void c(number f, void *p) { (void)f; (void)p; }
            static inline void d(const char *f, void *p) { (void)f; (void)p; }
        ")]
        unsafe extern "C" {
            typedef int (*call_fn)(void *p, int n) cdef_closure(p);
            typedef int number;
            void a(call_fn f, void *p) cdef_safe;
            void b(call_fn f cdef_closure(n) cdef_scope(call), void *q) cdef_safe;
            void c(number f cdef_closure(p), void *p) cdef_safe;
            void d(const char *__null_terminated f cdef_closure(p), void *p) cdef_safe;
        }
    }
}

fn main() {}
