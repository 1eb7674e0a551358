//! `#![lenient]`: CFFI's tolerance for functions, through stubs that convert.

use core::ffi::{CStr, c_char, c_double, c_int, c_long};

mod c {
    cffi_rt::cdef! {
        #![lenient]
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/lenient.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_lenient.so"))]
        #include "lenient.h"

        struct lenient { int a; };

        int lenient_number(long a, float b);
        int lenient_narrow(int a);
        double lenient_float(unsigned char a);
        int lenient_first(void *list);
        char *lenient_same(int *p);
        char *lenient_name(void);
        int lenient_exact(struct lenient *s);
        void lenient_set(void *to, int value);
        int lenient_macro(char *text);
        void lenient_dropped(int *to);
        static void *const LENIENT_SENTINEL;
        extern int lenient_variable;
    }
}

#[test]
fn numbers_are_converted_as_c_does() {
    // SAFETY: the functions take any number.
    unsafe {
        let sum: c_int = c::lenient_number(3 as c_long, 4.5);
        assert_eq!(sum, 7);
        assert_eq!(c::lenient_number(65_537, 0.0), 1);
        assert_eq!(c::lenient_narrow(-1), 255);
        // The address is that of the stub, which has the block's types.
        let narrow: unsafe extern "C" fn(c_int) -> c_int = c::lenient_narrow;
        assert_eq!(std::hint::black_box(narrow)(-2), 254);
        let half: c_double = c::lenient_float(3);
        assert_eq!(half, 1.5);
    }
}

#[test]
fn pointers_lose_their_const_or_their_type() {
    let mut list = [5 as c_int, 6];
    let list = list.as_mut_ptr();
    // SAFETY: the pointers are valid for what the functions do.
    unsafe {
        assert_eq!(c::lenient_first(list.cast()), 5);
        let same: *mut c_char = c::lenient_same(list);
        assert_eq!(same, list.cast());
        assert_eq!(CStr::from_ptr(c::lenient_name()), c"name");
        c::lenient_set(list.cast(), 8);
        assert_eq!(*list, 8);
        assert_eq!(c::lenient_exact(&mut c::lenient { a: 9 }), 9);
        assert_eq!(c::lenient_macro(c"x".as_ptr().cast_mut()), c_int::from(b'x'));
        assert_eq!(*c::lenient_variable(), 1);
    }
}

#[test]
fn results_are_dropped_and_pointer_constants_converted() {
    let mut number = 0;
    // SAFETY: the pointer is that of a live value.
    unsafe { c::lenient_dropped(&mut number) };
    assert_eq!(number, 4);
    assert_eq!(c::LENIENT_SENTINEL().addr(), usize::MAX);
}
