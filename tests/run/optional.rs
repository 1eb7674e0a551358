//! `cdef_optional` and `weak`: what a header or a library may lack is an `Option`.

use core::ffi::{c_double, c_int};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/optional.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_optional.so"))]
        #include "optional.h"
        #include <stdlib.h>

        int opt_anchor(void);
        int opt_there(int a) cdef_optional;
        int opt_lacking(int a) cdef_optional;
        int opt_not_in_the_header(const char *a) cdef_optional;
        __attribute__((weak)) int opt_nor_this(int a), opt_nor_that(void);
        int opt_inline(int a) cdef_optional, abs(int a);
        int opt_macro(int a) __attribute__((__weak__));
        int opt_sum(int count, ...) cdef_optional;

        typedef struct { int a; ...; } opt_pair;
        opt_pair opt_swap(opt_pair pair, opt_pair *copy) cdef_optional;

        extern int opt_variable cdef_optional, opt_lacking_variable cdef_optional, opt_no_variable cdef_optional;
        extern const int opt_table[...] cdef_optional;

        static const int OPT_NUMBER cdef_optional;
        static const unsigned char OPT_NO_NUMBER cdef_optional;
        static const double OPT_FLOAT cdef_optional;
        enum opt_kind { ... };
        static const enum opt_kind OPT_ONE cdef_optional, OPT_TWO cdef_optional;
    }
}

const _: () = assert!(matches!(c::OPT_NUMBER, Some(7)) && c::OPT_NO_NUMBER.is_none());

#[test]
fn functions_are_there_or_not() {
    // SAFETY: the functions take any values.
    unsafe {
        assert_eq!(c::opt_anchor(), 1);
        assert_eq!(c::opt_there().map(|f| f(4)), Some(8));
        assert_eq!(c::opt_inline().map(|f| f(4)), Some(5));
        assert_eq!(c::opt_macro().map(|f| f(4)), Some(6));
        assert_eq!(c::opt_sum().map(|f| f(2, 3 as c_int, 4 as c_int)), Some(7));
        assert_eq!(c::abs(-1), 1);
    }
    assert!(c::opt_not_in_the_header().is_none());
    assert!(c::opt_nor_this().is_none() && c::opt_nor_that().is_none());
}

/// The weak symbols of an ELF program are null where no library has them.
#[test]
#[cfg(target_os = "linux")]
fn a_library_may_lack_what_its_header_has() {
    assert!(c::opt_lacking().is_none());
    assert!(c::opt_lacking_variable().is_none());
}

#[test]
fn values_that_go_through_stubs() {
    let mut copy = c::opt_pair::zeroed();
    let mut pair = c::opt_pair::zeroed();
    pair.a = 3;
    let swap = c::opt_swap().expect("the library has it");
    // SAFETY: the pointer is valid.
    let swapped = unsafe { swap(pair, &mut copy) };
    assert_eq!((copy.a, swapped.a), (3, -3));
}

#[test]
fn variables_and_constants_are_there_or_not() {
    let variable = c::opt_variable().expect("the library has it");
    // SAFETY: nothing else uses the variable, and the table is constant.
    unsafe {
        assert_eq!(*variable, 5);
        *variable = 6;
        assert_eq!(*variable, 6);
        assert_eq!(c::opt_table().map(|table| *table), Some([1, 2, 3]));
    }
    assert!(c::opt_no_variable().is_none());
    let float: Option<c_double> = c::OPT_FLOAT;
    assert_eq!(float, Some(1.5));
    assert_eq!((c::OPT_ONE.map(|kind| kind.0), c::OPT_TWO), (Some(1), None));
}
