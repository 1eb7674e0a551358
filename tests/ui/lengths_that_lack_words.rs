mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            int pack(char *to, size_t *n); int read(char *to, size_t room, size_t *n); const int *all(size_t *n);
            int grow(char *both, size_t *n); int sized(const char *from, const size_t *n);
            int first(char *to, size_t *n);
        ")]
        unsafe extern "C" {
            int pack(_Out_writes_to_(*n, *n) char *to, size_t *n) cdef_safe;
            int read(_Out_writes_to_(room, *n) char *to, size_t room, size_t *n) cdef_safe;
            const int *__counted_by(*n) cdef_static all(size_t *n) cdef_safe;
            int grow(_Inout_ char *__counted_by(*n) both, size_t *n) cdef_safe;
            int sized(const char *__counted_by(*n) from, const size_t *n) cdef_safe;
            int first(_Out_writes_to_(*n, *n) char *to, _Out_ size_t *n) cdef_safe;
        }
    }
}

fn main() {}
