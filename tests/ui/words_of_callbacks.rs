mod c {
    cffi_rt::cdef! {
        unsafe extern "C" {
            void a(int (*f)(void *data) cdef_closure(data) cdef_scope(always), void *data);
            void b(int (*f)(void *data) cdef_closure(data) cdef_scope(until(d)), void *data,
                   void (*d)(void *) cdef_destroyer(data, sometimes));
            void e(int (*f)(void *data) cdef_closure(data, data), void *data, void (*d)(void *) cdef_destroyer(data));
            void g(int (*f)(void *data) cdef_safe, void *data);
            void h(const char *_Out_ (*f)(void *data) cdef_closure(data), void *data);
        }
    }
}

fn main() {}
