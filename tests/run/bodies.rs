//! C functions that are defined in the block.

use core::ffi::{CStr, c_char, c_double, c_int};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            static int helper_calls;
            static int helper(int i) { helper_calls++; return i * 10; }
            struct body_pair { int a; double b; };
        "#)]
        #include <stdarg.h>
        #include <stdio.h>

        struct body_pair { int a; double b; };

        int body_add(int a, int b) { return a + b; }
        int body_uses_helper(int i) { return helper(i) + 1; }
        int body_helper_calls(void) { return helper_calls; }
        int body_calls_body(int i) { return body_add(i, body_uses_helper(i)); }

        int body_sum(int count, ...) {
            va_list arguments;
            int sum = 0;
            va_start(arguments, count);
            for (int i = 0; i < count; i++) sum += va_arg(arguments, int);
            va_end(arguments);
            return sum;
        }

        int body_format(char *to, size_t size, const char *format, ...) {
            va_list arguments;
            va_start(arguments, format);
            int length = vsnprintf(to, size, format, arguments);
            va_end(arguments);
            return length;
        }

        double body_pair_sum(const struct body_pair *p) { return p->a + p->b; }
        static int body_static_sum(int count, ...) {
            va_list arguments;
            int sum = 0;
            va_start(arguments, count);
            for (int i = 0; i < count; i++) sum += va_arg(arguments, int);
            va_end(arguments);
            return sum;
        }
        static int body_static(int i) { return i - 1; }
        static inline int body_inline(int i) { return i - 2; }
        void body_nothing(void) {}
        int body_even(int i);
        int body_odd(int i) { return i == 0 ? 0 : body_even(i - 1); }
        int body_even(int i) { return i == 0 ? 1 : body_odd(i - 1); }
    }
}

mod same_names {
    cffi_rt::cdef! {
        #![preamble("static int helper(int i) { return i + 7; }")]
        static int body_uses_helper(int i) { return helper(i); }
        static int body_add(int a, int b) { return a - b; }
    }
}

#[test]
fn bodies_call_each_other_and_static_helpers() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        assert_eq!(c::body_add(2, 3), 5);
        let before = c::body_helper_calls();
        assert_eq!(c::body_uses_helper(4), 41);
        assert_eq!(c::body_calls_body(4), 45);
        assert!(c::body_helper_calls() >= before + 2);
        assert_eq!(c::body_static(1), 0);
        assert_eq!(c::body_inline(1), -1);
        c::body_nothing();
        assert_eq!(c::body_odd(7), 1);
        assert_eq!(c::body_even(7), 0);
    }
}

#[test]
fn a_body_may_be_variadic() {
    let mut buffer = [0 as c_char; 16];
    // SAFETY: the arguments are as many as the count and as the format says.
    unsafe {
        assert_eq!(c::body_sum(0), 0);
        assert_eq!(c::body_sum(3, 1 as c_int, 2 as c_int, 3 as c_int), 6);
        assert_eq!(c::body_static_sum(3, 1 as c_int, 2 as c_int, 40 as c_int), 43);
        assert_eq!(c::body_format(buffer.as_mut_ptr(), buffer.len(), c"%d:%s".as_ptr(), 1 as c_int, c"a".as_ptr()), 3);
        assert_eq!(CStr::from_ptr(buffer.as_ptr()), c"1:a");
    }
}

#[test]
fn a_body_uses_the_records_of_its_preamble() {
    let sum: c_double = {
        let pair = c::body_pair { a: 1, b: 0.5 };
        // SAFETY: the pointer is that of a live value.
        unsafe { c::body_pair_sum(&pair) }
    };
    assert_eq!(sum, 1.5);
}

#[test]
fn static_bodies_of_two_blocks_do_not_meet() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        assert_eq!(same_names::body_uses_helper(1), 8);
        assert_eq!(same_names::body_add(3, 1), 2);
    }
}
