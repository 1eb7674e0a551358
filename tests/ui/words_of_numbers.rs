mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef int id; typedef int other; typedef int bare;
            void end(int id);
            id make(void); void use(id a); void all(const id *a, int n); void give(id *a); void each(void (*f)(id a, void *p), void *p);
            id child(id a); id shared(id a); other independent(id a); void send(bare a); int *wrong(id a);
            void ranged(int a); typedef int little; void pair(id *a); void counted(const int *a, id n);
        ")]
        unsafe extern "C" {
            typedef int id cdef_destroy(end) cdef_send;
            typedef int other cdef_destroy(end);
            typedef int bare cdef_send;
            void ranged(_In_range_(0, 9) int a);
            typedef int little cdef_destroy(ranged);
            id make(void) cdef_safe;
            void pair(_Always_(_Out_) id *cdef_owned a) cdef_safe;
            void counted(const int *__counted_by(n) a, id n) cdef_safe;
            void use(id _Nonnull a) cdef_safe;
            void all(const id *__counted_by(n) a, int n) cdef_safe;
            void give(_Out_ id *a) cdef_safe;
            void each(void (*f)(id a, void *p) cdef_closure(p) cdef_scope(call), void *p) cdef_safe;
            id cdef_owned child(id a __lifetimebound) cdef_safe;
            id cdef_owned shared(id a) cdef_safe;
            other cdef_owned cdef_static independent(id a) cdef_safe;
            void send(bare a) cdef_safe;
        }
    }
}

fn main() {}
