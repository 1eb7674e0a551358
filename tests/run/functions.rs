//! Plain external functions: called directly, with exactly C's types.

use core::ffi::{
    CStr, c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong,
    c_ulonglong, c_ushort, c_void,
};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/functions.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_functions.so"))]
        #include "functions.h"
        #include <stdlib.h>

        char fn_char(char c);
        signed char fn_schar(signed char c);
        unsigned char fn_uchar(unsigned char c);
        short fn_short(short s);
        unsigned short fn_ushort(unsigned short s);
        int fn_int(int i);
        unsigned fn_uint(unsigned i);
        long fn_long(long l);
        unsigned long fn_ulong(unsigned long l);
        long long fn_llong(long long l);
        unsigned long long fn_ullong(unsigned long long l);
        float fn_float(float f);
        double fn_double(double d);
        bool fn_bool(bool b);
        int8_t fn_i8(int8_t i);
        uint8_t fn_u8(uint8_t i);
        int16_t fn_i16(int16_t i);
        uint16_t fn_u16(uint16_t i);
        int32_t fn_i32(int32_t i);
        uint32_t fn_u32(uint32_t i);
        int64_t fn_i64(int64_t i);
        uint64_t fn_u64(uint64_t i);
        size_t fn_size(size_t s);
        ptrdiff_t fn_ptrdiff(ptrdiff_t p);
        intptr_t fn_intptr(intptr_t p);
        uintptr_t fn_uintptr(uintptr_t p);

        void fn_store(int *out, int value);
        const char *fn_text(void);
        int fn_sum(const int values[], size_t count);
        long long fn_mixed(signed char, double, short, float d, const char *, unsigned long long f, bool);
        void fn_swap(void **a, void **b);
        double fn_row(double (*matrix)[3], int row);
        int abs(int), atoi(const char *text);
    }
}

/// Calls `$f` with each value of exactly type `$t` and expects it back.
macro_rules! returns_its_argument {
    ($($f:ident: $t:ty = [$($value:expr),*];)*) => {$({
        let f: unsafe extern "C" fn($t) -> $t = c::$f;
        for value in [$($value),*] {
            // SAFETY: the function only returns its argument.
            assert_eq!(unsafe { f(value) }, value, stringify!($f));
        }
    })*};
}

#[test]
fn every_scalar_type_passes_at_its_limits() {
    returns_its_argument! {
        fn_char: c_char = [c_char::MIN, 0, c_char::MAX];
        fn_schar: c_schar = [c_schar::MIN, -1, c_schar::MAX];
        fn_uchar: c_uchar = [0, c_uchar::MAX];
        fn_short: c_short = [c_short::MIN, -1, c_short::MAX];
        fn_ushort: c_ushort = [0, c_ushort::MAX];
        fn_int: c_int = [c_int::MIN, -1, c_int::MAX];
        fn_uint: c_uint = [0, c_uint::MAX];
        fn_long: c_long = [c_long::MIN, -1, c_long::MAX];
        fn_ulong: c_ulong = [0, c_ulong::MAX];
        fn_llong: c_longlong = [c_longlong::MIN, -1, c_longlong::MAX];
        fn_ullong: c_ulonglong = [0, c_ulonglong::MAX];
        fn_float: c_float = [c_float::MIN, 0.1, c_float::MAX];
        fn_double: c_double = [c_double::MIN, 0.1, c_double::MAX];
        fn_i8: i8 = [i8::MIN, i8::MAX];
        fn_u8: u8 = [u8::MAX];
        fn_i16: i16 = [i16::MIN, i16::MAX];
        fn_u16: u16 = [u16::MAX];
        fn_i32: i32 = [i32::MIN, i32::MAX];
        fn_u32: u32 = [u32::MAX];
        fn_i64: i64 = [i64::MIN, i64::MAX];
        fn_u64: u64 = [u64::MAX];
        fn_size: usize = [0, usize::MAX];
        fn_ptrdiff: isize = [isize::MIN, isize::MAX];
        fn_intptr: isize = [isize::MIN, isize::MAX];
        fn_uintptr: usize = [0, usize::MAX];
    }
    // SAFETY: the function only negates its argument.
    unsafe {
        assert!(!c::fn_bool(true));
        assert!(c::fn_bool(false));
    }
}

#[test]
fn pointers_keep_constness_and_depth() {
    let _: unsafe extern "C" fn(*mut c_int, c_int) = c::fn_store;
    let _: unsafe extern "C" fn() -> *const c_char = c::fn_text;
    let _: unsafe extern "C" fn(*const c_int, usize) -> c_int = c::fn_sum;
    let _: unsafe extern "C" fn(*mut *mut c_void, *mut *mut c_void) = c::fn_swap;
    let _: unsafe extern "C" fn(*mut [c_double; 3], c_int) -> c_double = c::fn_row;

    let mut stored = 0;
    let mut matrix = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let (mut a, mut b) = (1, 2);
    let mut first: *mut c_void = (&raw mut a).cast();
    let mut second: *mut c_void = (&raw mut b).cast();
    // SAFETY: the pointers and lengths are those of live values.
    unsafe {
        c::fn_store(&mut stored, 7);
        assert_eq!(CStr::from_ptr(c::fn_text()), c"text");
        assert_eq!(c::fn_sum([1, 2, 3].as_ptr(), 3), 6);
        assert_eq!(c::fn_row(matrix.as_mut_ptr(), 1), 15.0);
        c::fn_swap(&mut first, &mut second);
        assert_eq!(*first.cast::<c_int>(), 2);
    }
    assert_eq!(stored, 7);
}

#[test]
fn seven_mixed_arguments_arrive_in_order() {
    // SAFETY: the string is not empty.
    let sum = unsafe { c::fn_mixed(-1, 20.0, 300, 4000.0, c"\x01".as_ptr(), 50_000, true) };
    assert_eq!(sum, -1 + 20 + 300 + 4000 + 1 + 50_000 + 1);
}

#[test]
fn one_declaration_declares_several_functions() {
    // SAFETY: the argument is no `INT_MIN`, the text is a string.
    unsafe {
        assert_eq!(c::abs(-3), 3);
        assert_eq!(c::atoi(c"42".as_ptr()), 42);
    }
}
