//! What the header offers as macros or inline functions is called like any other function.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_void};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![source("c/macros.c")]
        #include <ctype.h>
        #include "macros.h"

        int MACRO_MAX(int a, int b);
        double MACRO_HALF(double x);
        char MACRO_FIRST(const char *s);
        void MACRO_SET(int *p, int v);
        int MACRO_ALIAS(int i);
        void MACRO_NOTHING(void);

        struct macro_point { int x, y; };
        int inline_add(int a, int b);
        const char *inline_name(void);
        void inline_fill(int *to, size_t count, int value);
        struct macro_point inline_point(int x, int y);
        int c99_inline(int i);
        double static_only(double d);

        int toupper(int c);
        int isdigit(int c);
    }
}

#[test]
fn function_like_macros_are_called() {
    let _: unsafe extern "C" fn(c_int, c_int) -> c_int = c::MACRO_MAX;
    let _: unsafe extern "C" fn(c_double) -> c_double = c::MACRO_HALF;
    let _: unsafe extern "C" fn(*const c_char) -> c_char = c::MACRO_FIRST;
    let mut set = 0;
    // SAFETY: the pointers are those of live values.
    unsafe {
        assert_eq!(c::MACRO_MAX(3, -4), 3);
        assert_eq!(c::MACRO_HALF(5.0), 2.5);
        assert_eq!(c::MACRO_FIRST(c"z".as_ptr()), b'z' as c_char);
        c::MACRO_SET(&mut set, 9);
        c::MACRO_NOTHING();
    }
    assert_eq!(set, 9);
}

#[test]
fn a_macro_that_names_a_function_is_that_function() {
    // SAFETY: the function takes any number.
    assert_eq!(unsafe { c::MACRO_ALIAS(1) }, 1001);
}

#[test]
fn inline_functions_are_called() {
    let mut filled = [0; 3];
    // SAFETY: the pointer and the length are those of a live array.
    unsafe {
        assert_eq!(c::inline_add(2, 3), 5);
        assert_eq!(CStr::from_ptr(c::inline_name()), c"inline");
        c::inline_fill(filled.as_mut_ptr(), filled.len(), 4);
        assert_eq!(c::c99_inline(5), 15);
        assert_eq!(c::static_only(1.5), 2.5);
        let point = c::inline_point(1, 2);
        assert_eq!((point.x, point.y), (1, 2));
    }
    assert_eq!(filled, [4; 3]);
}

#[test]
fn functions_that_are_also_macros_of_the_c_library_work() {
    // SAFETY: the arguments are characters.
    unsafe {
        assert_eq!(c::toupper(c_int::from(b'a')), c_int::from(b'A'));
        assert_ne!(c::isdigit(c_int::from(b'7')), 0);
        assert_eq!(c::isdigit(c_int::from(b'x')), 0);
    }
}

#[test]
fn a_stub_has_an_address() {
    let f: Option<unsafe extern "C" fn(c_int, c_int) -> c_int> = Some(c::inline_add);
    // SAFETY: the function takes any numbers.
    assert_eq!(f.map(|f| unsafe { f(20, 22) }), Some(42));
}

mod pointers {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            static int twice(int x) { return 2 * x; }
            static int (*doubled)(int) = twice;
            static long (*absent)(const char *, void *) = NULL;
            static int lacks_absent(void) { return absent == NULL; }
        "#)]

        int doubled(int x);
        long absent(const char *name, void *context);
        int lacks_absent(void);
    }
}

#[test]
fn pointers_of_the_preamble_are_called_like_functions() {
    let _: unsafe extern "C" fn(*const c_char, *mut c_void) -> c_long = pointers::absent;
    // SAFETY: the functions only compute.
    unsafe {
        assert_eq!(pointers::lacks_absent(), 1);
        assert_eq!(pointers::doubled(21), 42);
    }
}
