//! A C project's own header may use the words: `cdef.h` is found, and means nothing to the C compiler.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <cdef.h>
            #include <stddef.h>
            static inline int sum(const int *__counted_by(count) values, size_t count) {
                int total = 0;
                for (size_t i = 0; i < count; i++) total += values[i];
                return total;
            }
        "#)]
        unsafe extern "C" {
            int sum(const int *__counted_by(count) values, size_t count);
        }
    }
}

#[test]
fn words_in_headers_vanish() {
    assert_eq!(c::sum(&[1, 2, 3]), 6);
}
