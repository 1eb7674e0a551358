mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; struct part { int a; int b; }; typedef int rc;
            static inline void a(void (*f)(void *a, void *p), void *p) { (void)f; (void)p; }
            static inline void b(void (*f)(_Bool *a, void *p), void *p) { (void)f; (void)p; }
            static inline void c(void (*f)(struct part *a, void *p), void *p) { (void)f; (void)p; }
            static inline void d(int (*f)(char *a, int n, void *p), void *p) { (void)f; (void)p; }
            static inline void e(rc (*f)(char *a, int n, void *p), void *p) { (void)f; (void)p; }
            static inline void g(void (*f)(struct s *a, void *p), void *p) { (void)f; (void)p; }
            static inline void h(void (*f)(int *a, void *p), void *p) { (void)f; (void)p; }
            static inline void i(void (*f)(char **a, void *p), void *p) { (void)f; (void)p; }
            static inline void j(void (*f)(void *p), void (*g)(void *p), void *p) { (void)f; (void)g; (void)p; }
            static inline void k(struct s *owner, void (*f)(void *p), void *p) { (void)owner; (void)f; (void)p; }
        ")]
        struct s;
        struct part { int a; ...; };
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int rc;
            void a(void (*f)(_Out_ void *a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void b(void (*f)(_Inout_ _Bool *a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void c(void (*f)(_Out_ struct part *a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void d(int (*f)(_Out_writes_to_(n, 3) char *a, int n, void *p) cdef_closure(p) cdef_scope(call), void *p)
                cdef_safe;
            void e(rc (*f)(_Out_writes_to_(n, return) char *a, int n, void *p) cdef_closure(p) cdef_scope(call), void *p)
                cdef_safe;
            void g(void (*f)(struct s *cdef_owned a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void h(void (*f)(int *cdef_owned a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            void j(void (*f)(void *p) cdef_closure(p) cdef_scope(call), void (*g)(void *p) cdef_closure(p) cdef_scope(call),
                   void *p) cdef_safe;
            void k(struct s *owner, void (*f)(void *p) cdef_closure(p) cdef_scope(until(owner)), void *p) cdef_safe;
            void i(void (*f)(_Outptr_ char **a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
        }
    }
}

fn main() {}
