mod c {
    cffi_rt::cdef! {
        unsafe extern "C" {
            void a(int (*f)(void *data) cdef_closure(data) cdef_scope(always), void *data);
            void b(int (*f)(void *data) cdef_closure(data) cdef_scope(until(d)), void *data,
                   void (*d)(void *) cdef_destroyer(data, sometimes));
            void g(int (*f)(void *data) cdef_safe, void *data);
        }
    }
}

fn main() {}
