//! `static const T X;`: constants whose type the block names.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_longlong, c_uchar};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![source("c/typed_constants.c")]
        #include "constants.h"

        static const int S_INT;
        static const unsigned char S_UCHAR;
        static const long long S_LLONG;
        static const double S_DOUBLE;
        static const char *const S_TEXT;
        static const int s_elsewhere;
        static const int S_MACRO;
        static const double S_MACRO_DOUBLE;
        static const char *const S_CALL;
        struct s_point { int x, y; };
        static const struct s_point S_POINT;
    }
}

mod given {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "constants.h"

        static const int S_MACRO = 77;
        static const int K_NEGATIVE = -7;
        static const unsigned K_UINT = 4294967295u;
        static const double S_MACRO_DOUBLE = 7.75;
    }
}

/// As CFFI's texts have them: constants by their `const` or their value, whatever the storage class.
mod plain {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![source("c/typed_constants.c")]
        #include "constants.h"

        const long S_MACRO;
        int K_NEGATIVE = -7;
        const unsigned int K_UINT = 4294967295u;
        const double S_MACRO_DOUBLE;
        extern const int s_elsewhere;
        struct s_point { int x, y; };
        struct s_point const S_POINT;
        static const char *const K_STRING;
        const char *const S_TEXT;
        static char *const K_EMPTY;
        const char *const s_array;
    }
}

mod declared {
    cffi_rt::cdef! {
        typedef unsigned int count;
        const count LIMIT = 0x0fffffff;
        int QUALITY = 11;
    }
}

/// The value of a constant: clang takes the header's objects for constants, gcc says that only a program knows them.
trait Read<T> {
    fn read(self) -> T;
}

impl<T, F: Fn() -> T> Read<T> for F {
    fn read(self) -> T {
        self()
    }
}

macro_rules! read_numbers {
    ($($number:ty)*) => {$(
        impl Read<$number> for $number {
            fn read(self) -> $number {
                self
            }
        }
    )*};
}

read_numbers!(c_int c_uchar c_longlong c_double);

#[test]
fn macros_give_a_const_of_the_declared_type() {
    const INTEGER: c_int = c::S_MACRO;
    const DOUBLE: c_double = c::S_MACRO_DOUBLE;
    assert_eq!(INTEGER, 77);
    assert_eq!(DOUBLE, 7.75);
    assert_eq!(given::S_MACRO, 77);
    assert_eq!(given::K_NEGATIVE, -7);
    assert_eq!(given::K_UINT, u32::MAX);
    assert_eq!(given::S_MACRO_DOUBLE, 7.75);
}

#[test]
fn objects_give_their_value() {
    assert_eq!(Read::<c_int>::read(c::S_INT), 10);
    assert_eq!(Read::<c_uchar>::read(c::S_UCHAR), 200);
    assert_eq!(Read::<c_longlong>::read(c::S_LLONG), -1_234_567_890_123);
    assert_eq!(Read::<c_double>::read(c::S_DOUBLE), 2.5);
    assert_eq!(Read::<c_int>::read(c::s_elsewhere), 99);
}

#[test]
fn pointers_and_records_come_from_getters() {
    let text: *const c_char = c::S_TEXT();
    let version: *const c_char = c::S_CALL();
    // SAFETY: both are strings that live as long as the program.
    unsafe {
        assert_eq!(CStr::from_ptr(text), c"typed text");
        assert_eq!(CStr::from_ptr(version), c"1.2");
    }
    let point = c::S_POINT();
    assert_eq!((point.x, point.y), (3, 4));
}

#[test]
fn constants_need_no_storage_class() {
    const MACRO: c_long = plain::S_MACRO;
    assert_eq!((MACRO, plain::K_NEGATIVE, plain::K_UINT), (77, -7, u32::MAX));
    assert_eq!(plain::S_MACRO_DOUBLE, 7.75);
    let elsewhere: *const c_int = plain::s_elsewhere();
    // SAFETY: it is a variable of the linked C file.
    assert_eq!(unsafe { *elsewhere }, 99);
    assert_eq!(plain::S_POINT().y, 4);
    assert_eq!((declared::LIMIT, declared::QUALITY), (0x0fff_ffff, 11));
}

#[test]
fn pointer_constants_take_literals_and_arrays() {
    let empty: *mut c_char = plain::K_EMPTY();
    // SAFETY: all are strings that live as long as the program.
    unsafe {
        assert_eq!(CStr::from_ptr(plain::K_STRING()), c"text");
        assert_eq!(CStr::from_ptr(plain::S_TEXT()), c"typed text");
        assert_eq!(CStr::from_ptr(plain::s_array()), c"array");
        assert_eq!(CStr::from_ptr(empty), c"");
    }
}
