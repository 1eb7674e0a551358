//! `#define X ...` and `#define X 42`: constants with C's type and value.

use core::ffi::{
    CStr, c_char, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort,
};

mod asked {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "constants.h"

        #define K_INT ...
        #define K_NEGATIVE ...
        #define K_HEX ...
        #define K_OCTAL ...
        #define K_CHARACTER ...
        #define K_EXPRESSION ...
        #define K_BOOL ...
        #define K_CHAR ...
        #define K_SCHAR ...
        #define K_UCHAR ...
        #define K_SHORT ...
        #define K_USHORT ...
        #define K_UINT ...
        #define K_LONG ...
        #define K_ULONG ...
        #define K_LLONG_MIN ...
        #define K_ULLONG_MAX ...
        #define K_SIZE ...
        #define K_ENUMERATOR ...
        #define K_OTHER_MACRO ...
        #define k_second ...

        #define K_FLOAT ...
        #define K_DOUBLE ...
        #define K_DOUBLE_HUGE ...
        #define K_DOUBLE_NEGATIVE ...

        #define K_STRING ...
        #define K_EMPTY ...
        #define K_CONCATENATED ...
        #define K_NUL ...
        #define K_ESCAPES ...
        #define K_WIDE ...
    }
}

mod pointers {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![source("c/constants.c")]
        #include "constants.h"

        extern int k_object;
        static int *const K_ADDRESS;
        static void *const K_NULL;
    }
}

mod given {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "constants.h"

        #define K_INT 42
        #define K_NEGATIVE -7
        #define K_HEX 0xFF
        #define K_OCTAL 0755
        #define K_CHARACTER 65
        #define K_EXPRESSION ((1 << 4) | 3)
        #define K_UINT 0xffffffff
        #define K_ULLONG_MAX 18446744073709551615ULL
        #define K_LLONG_MIN (-9223372036854775807LL - 1)
        #define K_OTHER_MACRO K_INT
        #define K_DOUBLE 0.1
        #define K_STRING "text"
    }
}

/// Expects the value and exactly the type.
macro_rules! constants {
    ($($name:ident: $t:ty = $value:expr;)*) => {$({
        const CONSTANT: $t = asked::$name;
        assert_eq!(CONSTANT, $value, stringify!($name));
    })*};
}

#[test]
fn integers_have_the_type_of_the_expression() {
    constants! {
        K_INT: c_int = 42;
        K_NEGATIVE: c_int = -7;
        K_HEX: c_int = 0xff;
        K_OCTAL: c_int = 0o755;
        K_CHARACTER: c_int = 65;
        K_EXPRESSION: c_int = 19;
        K_BOOL: bool = true;
        K_CHAR: c_char = 65;
        K_SCHAR: c_schar = -128;
        K_UCHAR: c_uchar = 255;
        K_SHORT: c_short = -32768;
        K_USHORT: c_ushort = 65535;
        K_UINT: c_uint = u32::MAX;
        K_LONG: c_long = -5;
        K_ULONG: c_ulong = 5;
        K_LLONG_MIN: c_longlong = i64::MIN;
        K_ULLONG_MAX: c_ulonglong = u64::MAX;
        K_ENUMERATOR: c_int = 1;
        K_OTHER_MACRO: c_int = 42;
        k_second: c_int = 1;
    }
    assert_eq!(asked::K_SIZE as usize, size_of::<c_int>());
}

#[test]
fn floats_keep_every_bit() {
    constants! {
        K_FLOAT: f32 = 1.5;
        K_DOUBLE: f64 = 0.1;
        K_DOUBLE_HUGE: f64 = 1e300;
        K_DOUBLE_NEGATIVE: f64 = -2.25;
    }
}

#[test]
fn strings_are_c_strings() {
    constants! {
        K_STRING: &CStr = c"text";
        K_EMPTY: &CStr = c"";
        K_CONCATENATED: &CStr = c"abtext";
        K_ESCAPES: &CStr = c"\x01\xff\n";
    }
}

#[test]
fn strings_with_an_inner_nul_or_wide_characters_are_arrays() {
    let bytes: Vec<u8> = asked::K_NUL.iter().map(|&unit| unit as u8).collect();
    assert_eq!(bytes, b"a\0b\0");
    let wide: [u32; 5] = asked::K_WIDE.map(u32::from);
    assert_eq!(wide, [119, 105, 100, 101, 0]);
}

#[test]
fn constants_serve_in_types_and_patterns() {
    let array = [0_u8; asked::K_INT as usize];
    assert_eq!(array.len(), 42);
    assert!(matches!(-7, asked::K_NEGATIVE));
}

#[test]
fn given_values_are_the_checked_ones() {
    assert_eq!(given::K_INT, 42);
    assert_eq!(given::K_NEGATIVE, -7);
    assert_eq!(given::K_HEX, 255);
    assert_eq!(given::K_OCTAL, 493);
    assert_eq!(given::K_CHARACTER, 65);
    assert_eq!(given::K_EXPRESSION, 19);
    assert_eq!(given::K_UINT, u32::MAX);
    assert_eq!(given::K_ULLONG_MAX, u64::MAX);
    assert_eq!(given::K_LLONG_MIN, i64::MIN);
    assert_eq!(given::K_OTHER_MACRO, 42);
    assert_eq!(given::K_DOUBLE.to_bits(), 0.1_f64.to_bits());
    assert_eq!(given::K_STRING, c"text");
}

#[test]
fn pointers_are_asked_at_run_time() {
    assert_eq!(pointers::K_ADDRESS(), pointers::k_object());
    assert!(pointers::K_NULL().is_null());
}
