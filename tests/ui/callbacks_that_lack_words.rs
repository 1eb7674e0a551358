mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            static inline void a(int (*f)(void *data), void *data) { f(data); }
            static inline void b(int (*f)(void *data), void *data) { f(data); }
            static inline void e(int (*f)(const char *p, void *data), void *data) { f("", data); }
            static inline void g(int (*f)(void)) { f(); }
            static inline void h(int (*f)(void *data), void *data, void (*done)(void *)) { f(data); done(data); }
        "#)]
        unsafe extern "C" {
            void a(int (*f)(void *data) cdef_closure(data), void *data) cdef_safe;
            void b(int (*f)(void *data) cdef_closure(other) cdef_scope(call), void *data) cdef_safe;
            void e(int (*f)(const char *p, void *data) cdef_closure(data) cdef_scope(call), void *data) cdef_safe;
            void g(int (*f)(void) cdef_closure() cdef_scope(forever)) cdef_safe;
            void h(int (*f)(void *data) cdef_closure(data) cdef_scope(until(done)), void *data, void (*done)(void *))
                cdef_safe;
        }
    }
}

fn main() {}
