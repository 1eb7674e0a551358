//! The words of SAL's that say two things: the flow of a parameter, and that it may be null.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            #include <string.h>
            static inline int add(const int *a, int *b) { if (b) *b += 1; return (a ? *a : 0) + (b ? *b : 0); }
            static inline int length(const char *text) { return text ? (int)strlen(text) : -1; }
            static inline int sum(const int *a, size_t count) {
                int total = 0;
                for (size_t i = 0; i < count; i++) total += a[i];
                return a ? total : -1;
            }
            static inline int bytes(const void *a, size_t count) { return a ? (int)count : -1; }
            static inline void halves(int of, int *half) { if (half) *half = of / 2; }
            static inline int lookup(int key, const char **name) { *name = "found"; return key != 0; }
            static inline const char *maybe(int key) { return key ? "key" : NULL; }
        "#)]
        unsafe extern "C" {
            int add(_In_opt_ const int *a, _Inout_opt_ int *b) cdef_safe;
            int length(_In_opt_z_ const char *text) cdef_safe;
            int sum(_In_reads_opt_(count) const int *a, size_t count) cdef_safe;
            int bytes(_In_reads_bytes_opt_(count) const void *a, size_t count) cdef_safe;
            void halves(int of, _Out_opt_ int *half) cdef_safe;
            int lookup(int key, _Outptr_opt_ const char *__null_terminated cdef_static *name) _Success_(return != 0)
                cdef_safe;
            const char *__null_terminated cdef_static maybe(int key) _Ret_maybenull_ cdef_safe;
        }
    }
}

#[test]
fn what_may_be_null_is_an_option() {
    let mut b = 1;
    assert_eq!((c::add(Some(&1), Some(&mut b)), c::add(None, None)), (3, 0));
    assert_eq!((c::length(Some(c"abc")), c::length(None)), (3, -1));
    assert_eq!((c::sum(Some(&[1, 2]),), c::sum(None)), (3, -1));
    assert_eq!((c::bytes(Some(b"ab")), c::bytes(None)), (2, -1));
    assert_eq!((c::maybe(1), c::maybe(0)), (Some(c"key"), None));
}

#[test]
fn what_c_writes_is_given_back() {
    assert_eq!(c::halves(6), 3);
    assert_eq!(c::lookup(1), Some((1, c"found")));
    assert_eq!(c::lookup(0), None);
}
