//! What attributes of GNU C and C23 say, where words could.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            #include <string.h>
            static inline int total(const int *values, size_t count) {
                int sum = 0;
                for (size_t i = 0; i < count; i++) sum += values[i];
                return sum;
            }
            static inline void clear(unsigned char *bytes, size_t count) { memset(bytes, 0, count); }
            static const char word[] = "word";
            static inline const char *a_word(void) { return word; }
            static inline int plain(void) { return 4; }
            static inline int old(void) { return 5; }
        "#)]
        __attribute__((warn_unused_result)) int plain(void);
        [[deprecated("use `plain`")]] int old(void);
        unsafe extern "C" {
            int total(const int *values, size_t count) __attribute__((access(read_only, 1, 2), __nonnull__));
            __attribute__((__access__(__write_only__, 1, 2))) void clear(unsigned char *bytes, size_t count);
            const char *__null_terminated cdef_static a_word(void) __attribute__((returns_nonnull));
        }
    }
}

#[test]
fn access_gives_lengths() {
    assert_eq!(c::total(&[1, 2]), 3);
    let mut bytes = [1, 2];
    c::clear(&mut bytes);
    assert_eq!(bytes, [0, 0]);
}

#[test]
fn a_result_that_is_never_null_is_no_option() {
    assert_eq!(c::a_word(), c"word");
}

#[test]
#[expect(unused_must_use, deprecated, reason = "that is what they are for")]
fn callers_are_told() {
    // SAFETY: both only compute.
    unsafe { c::plain() };
    // SAFETY: as above.
    assert_eq!(unsafe { c::old() }, 5);
}
