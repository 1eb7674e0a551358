mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            struct list; struct other; struct pair { int a; };
            void nowhere(struct list *l, const char *text); void itself(struct list *l);
            void plain(struct pair *p, const char *text); const char *both(struct list *l, const char *text);
            void filled(struct list *l, char *room, size_t n); void number(struct list *l, int n);
            void list_free(struct list *l); void other_free(struct other *o);
            void keep(struct list *l, const struct other *o); void take(struct list *l, struct other *o);
        ")]
        struct list;
        struct other;
        struct pair { int a; };
        unsafe extern "C" {
            struct list cdef_destroy(list_free) cdef_send;
            struct other cdef_destroy(other_free);
            void nowhere(struct list *l, const char *__null_terminated text __lifetime_capture_by(m)) cdef_safe;
            void itself(struct list *l __lifetime_capture_by(l)) cdef_safe;
            void plain(struct pair *__single p, const char *__null_terminated text __lifetime_capture_by(p)) cdef_safe;
            const char *__null_terminated both(struct list *l,
                const char *__null_terminated text __lifetime_capture_by(l) __lifetimebound) cdef_safe;
            void filled(struct list *l, _Out_ char *__counted_by(n) room __lifetime_capture_by(l), size_t n) cdef_safe;
            void number(struct list *l, int n __lifetime_capture_by(l)) cdef_safe;
            void keep(struct list *l, const struct other *o __lifetime_capture_by(l)) cdef_safe;
            void take(struct list *l, struct other *cdef_consumed o __lifetime_capture_by(l)) cdef_safe;
        }
    }
}

fn main() {}
