//! Typedefs: exact ones, those whose number type C shall tell, and names that only the header knows.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_short, c_uchar, c_uint, c_ulonglong};
use core::mem::MaybeUninit;

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/typedefs.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_typedefs.so"))]
        #include "typedefs.h"

        typedef int td_int;
        typedef td_int td_chain;
        typedef const char *td_text;
        typedef double td_vector[3];
        typedef int (*td_operation)(int a, int b);
        typedef int td_function(int);
        typedef struct { int a; } td_record;
        typedef struct td_tagged { long b; } td_tagged, *td_pointer;

        typedef int... some_byte;
        typedef int... some_short;
        typedef int... some_unsigned;
        typedef int... some_long;
        typedef int... some_wide;
        typedef float... some_float;
        typedef float... some_double;

        td_int td_add(td_int a, td_chain b);
        td_text td_name(void);
        double td_norm(const td_vector v);
        int td_apply(td_operation f, int a, int b);
        int td_call(td_function *f, int a);
        int td_read(const td_record *r, td_pointer p);
        some_byte some_bytes(some_byte b, some_short s, some_unsigned u, some_long l, some_wide w);
        some_double some_floats(some_float f, some_double d);

        implicit_integer implicit_twice(implicit_integer i);
        implicit_float implicit_half(implicit_float f);
        void implicit_init(implicit_record *r);
        int implicit_read(const implicit_record *r);
    }
}

#[test]
fn exact_typedefs_are_aliases() {
    let _: unsafe extern "C" fn(c_int, c_int) -> c_int = c::td_add;
    let _: unsafe extern "C" fn() -> *const c_char = c::td_name;
    let vector: c::td_vector = [1.0, 2.0, 3.0];
    // SAFETY: the array has three elements and the text is a string.
    unsafe {
        assert_eq!(c::td_add(1, 2), 3);
        assert_eq!(CStr::from_ptr(c::td_name()), c"typedef");
        assert_eq!(c::td_norm(vector.as_ptr()), 6.0);
    }
}

#[test]
fn typedefs_of_function_types_take_rust_functions() {
    unsafe extern "C" fn multiply(a: c_int, b: c_int) -> c_int {
        a * b
    }
    unsafe extern "C" fn negate(a: c_int) -> c_int {
        -a
    }
    let operation: c::td_operation = Some(multiply);
    // SAFETY: the functions take any small numbers.
    unsafe {
        assert_eq!(c::td_apply(operation, 6, 7), 42);
        assert_eq!(c::td_call(Some(negate), 5), -5);
    }
}

#[test]
fn one_typedef_names_a_record_and_its_pointer() {
    let record = c::td_record { a: 1 };
    let mut tagged = c::td_tagged { b: 2 };
    let pointer: c::td_pointer = &raw mut tagged;
    // SAFETY: both pointers are those of live values.
    assert_eq!(unsafe { c::td_read(&record, pointer) }, 3);
}

#[test]
fn asked_numbers_have_exactly_the_type_of_the_header() {
    let _: unsafe extern "C" fn(c_uchar, c_short, c_uint, c_long, c_ulonglong) -> c_uchar = c::some_bytes;
    let _: unsafe extern "C" fn(f32, f64) -> f64 = c::some_floats;
    let byte: c::some_byte = 250_u8;
    // SAFETY: the functions take any numbers.
    unsafe {
        assert_eq!(c::some_bytes(byte, 1, 1, 1, 1), 254);
        assert_eq!(c::some_floats(0.5, 0.25), 0.75);
    }
}

#[test]
fn undeclared_type_names_are_asked() {
    let _: unsafe extern "C" fn(u16) -> u16 = c::implicit_twice;
    let _: unsafe extern "C" fn(c_double) -> c_double = c::implicit_half;
    assert_eq!(size_of::<c::implicit_record>(), 24);
    assert_eq!(align_of::<c::implicit_record>(), 1);
    let mut record = MaybeUninit::<c::implicit_record>::zeroed();
    // SAFETY: the record has the size of C's, and `implicit_init` fills what `implicit_read` reads.
    unsafe {
        assert_eq!(c::implicit_twice(300), 600);
        assert_eq!(c::implicit_half(3.0), 1.5);
        c::implicit_init(record.as_mut_ptr());
        assert_eq!(c::implicit_read(record.as_ptr()), 5);
    }
}

/// Names that the preprocessor knows, too.
mod macros {
    cffi_rt::cdef! {
        #![preamble(r#"
            #define plain plain_t
            typedef int plain_t;
            typedef short itself;
            #define itself itself
            #define word unsigned int
            #define real float
            #define pointer long *
            #define record struct record_s
            struct record_s { word a; };
            #define asked unsigned char
            #define status unsigned int
            typedef unsigned char own_bool;
            #define bool own_bool
            #define TRUE 1
            static inline plain negate(plain a) { return -a; }
            static inline itself negate_too(itself a) { return (itself)-a; }
            static inline word twice(word a) { return 2 * a; }
            static inline real half(real a) { return a / 2; }
            static inline long read(pointer const a) { return *a; }
            static inline word read_record(record *r) { return r->a; }
            static inline bool negated(bool a) { return !a; }
            static inline asked next(asked a) { return (asked)(a + 1); }
            static inline status status_of(int a) { return (status)a; }
            static word words[2] = { 3, 4 };
        "#)]
        typedef int plain;
        typedef short itself;
        typedef unsigned int word;
        typedef float... real;
        typedef long *pointer;
        typedef struct { word a; } record;
        typedef unsigned char bool;
        #define TRUE 1

        plain negate(plain a);
        itself negate_too(itself a);
        word twice(word a);
        real half(real a);
        long read(const pointer a);
        word read_record(record *r);
        bool negated(bool a);
        asked next(asked a);
        extern word words[2];

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) unsigned int status;
            status status_of(int a) cdef_safe;
        }
    }
}

#[test]
fn macros_that_name_types_are_typedefs() {
    let mut record = macros::record { a: 7 };
    let mut long: c_long = 8;
    // SAFETY: the functions take any numbers, and the pointers are those of live values.
    unsafe {
        assert_eq!((macros::negate(1), macros::negate_too(2), macros::twice(3)), (-1, -2, 6));
        assert_eq!((macros::half(1.0), macros::read(&mut long), macros::read_record(&mut record)), (0.5_f32, 8, 7));
        assert_eq!((macros::negated(macros::TRUE as macros::bool), macros::next(u8::MAX)), (0, 0));
        assert_eq!(*macros::words(), [3, 4]);
    }
    let _: macros::asked = c_uchar::MAX;
    assert_eq!((macros::status_of(0), macros::status_of(2)), (Ok(()), Err(macros::status(2))));
}
