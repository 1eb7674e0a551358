//! Variadic functions are variadic in Rust.

use core::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_void};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/variadic.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_variadic.so"))]
        #include <stdio.h>
        #include "variadic.h"

        int va_sum(int first, ...);
        double va_mixed(const char *kinds, ...);
        struct va_pair { int a; double b; };
        struct va_large { long long values[4]; };
        double va_records(int count, ...);
        struct va_zero { int a; int none[0]; };
        struct va_anonymous { int kind; struct { int x; struct { int y; }; }; };
        int va_unusual(int count, ...);
        int va_inline(int count, ...);
        int va_inline_macro(int count, ...);
        int snprintf(char *to, size_t size, const char *format, ...);
        int sscanf(const char *text, const char *format, ...);
    }
}

#[test]
fn no_variable_argument_is_needed() {
    #[cfg(not(feature = "loaded"))]
    let _: unsafe extern "C" fn(c_int, ...) -> c_int = c::va_sum;
    // Stable Rust can't define a variadic function, so that a loaded one stands behind a reference.
    #[cfg(feature = "loaded")]
    let _: unsafe extern "C" fn(c_int, ...) -> c_int = *c::va_sum;
    // SAFETY: the list ends in -1.
    unsafe {
        assert_eq!(c::va_sum(-1), 0);
        assert_eq!(c::va_sum(1, 2 as c_int, 3 as c_int, -1 as c_int), 6);
    }
}

#[test]
fn each_promoted_type_passes() {
    // SAFETY: the arguments have the types that the first one names.
    let sum = unsafe {
        c::va_mixed(
            c"iuldsp".as_ptr(),
            -1 as c_int,
            c_uint::MAX,
            1_000_000_000_000 as c_longlong,
            0.5 as c_double,
            c"four".as_ptr(),
            core::ptr::null_mut::<c_void>(),
        )
    };
    assert_eq!(sum, -1.0 + f64::from(u32::MAX) + 1e12 + 0.5 + 4.0 + 1.0);
}

#[test]
fn inline_functions_get_all_their_arguments() {
    let _: unsafe extern "C" fn(c_int, ...) -> c_int = c::va_inline;
    // SAFETY: there are as many arguments as the count says.
    unsafe {
        assert_eq!(c::va_inline(3, 1 as c_int, 20 as c_int, 300 as c_int), 321);
        assert_eq!(c::va_inline_macro(2, 1 as c_int, 20 as c_int), 21);
    }
}

#[test]
fn records_pass_as_variable_arguments() {
    let pair = c::va_pair { a: 1, b: 0.5 };
    let large = c::va_large { values: [0, 0, 0, 40] };
    let null = core::ptr::null_mut::<c_void>();
    // SAFETY: there are as many groups of arguments as the count says.
    assert_eq!(unsafe { c::va_records(2, pair, large, null, pair, large, null) }, 85.0);
    let zero = c::va_zero { a: 1, none: [] };
    let mut anonymous = c::va_anonymous { kind: 20, ..Default::default() };
    anonymous.anon1.x = 300;
    anonymous.anon1.anon1.y = 4000;
    // SAFETY: as above.
    assert_eq!(unsafe { c::va_unusual(2, zero, anonymous, zero, anonymous) }, 8642);
}

#[test]
fn the_c_library_formats_and_scans() {
    let mut buffer = [0 as c_char; 32];
    let mut number: c_int = 0;
    let mut word = [0 as c_char; 8];
    // SAFETY: the arguments have the types that the formats name, and the buffers the sizes.
    unsafe {
        let length =
            c::snprintf(buffer.as_mut_ptr(), buffer.len(), c"%d-%s-%.2f".as_ptr(), 5 as c_int, c"x".as_ptr(), 1.5);
        assert_eq!(length, 8);
        assert_eq!(CStr::from_ptr(buffer.as_ptr()), c"5-x-1.50");
        assert_eq!(c::sscanf(c"12 ab".as_ptr(), c"%d %7s".as_ptr(), &raw mut number, word.as_mut_ptr()), 2);
        assert_eq!(CStr::from_ptr(word.as_ptr()), c"ab");
    }
    assert_eq!(number, 12);
}
