//! Enums are newtypes over the integer that C chose, with a constant an enumerator.

use core::ffi::{c_int, c_uint};
use std::collections::{BTreeSet, HashSet};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/enums.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_enums.so"))]
        #include "enums.h"

        enum color { RED, GREEN = 5, BLUE };
        enum sign { NEGATIVE = -1, ZERO = ..., POSITIVE = 1 };
        enum wide { NARROW = 1, WIDE = 4294967295 };
        enum flags { FLAG_A = 1, FLAG_B = 1 << 1, FLAG_C = ..., FLAG_AB = FLAG_A | FLAG_B };
        enum level { LEVEL_HIGH = ..., LEVEL_LOW = 10, ... };
        typedef enum { TD_ONE = 1, TD_TWO } td_enum;
        enum { ANON_A = 7, ANON_B = ... };
        enum both { BOTH_A };

        enum color enum_next(enum color c);
        int enum_is_sign(enum sign s);
        td_enum enum_other(td_enum t);
        enum level enum_level(void);
        int both(void);
        extern enum color enum_global;
    }
}

#[test]
fn values_are_those_of_the_header() {
    assert_eq!([c::RED.0, c::GREEN.0, c::BLUE.0], [0, 5, 6]);
    assert_eq!([c::NEGATIVE.0, c::ZERO.0, c::POSITIVE.0], [-1, 0, 1]);
    assert_eq!([c::NARROW.0, c::WIDE.0], [1, u32::MAX]);
    assert_eq!([c::FLAG_A.0, c::FLAG_B.0, c::FLAG_C.0, c::FLAG_AB.0], [1, 2, 4, 3]);
    assert_eq!([c::LEVEL_LOW.0, c::LEVEL_HIGH.0], [10, 30]);
    assert_eq!([c::TD_ONE.0, c::TD_TWO.0], [1, 2]);
}

#[test]
fn the_integer_is_the_one_that_c_chose() {
    let _: c_uint = c::RED.0;
    let _: c_int = c::NEGATIVE.0;
    assert_eq!(c_uint::from(c::BLUE), 6);
    assert_eq!(c_int::from(c::NEGATIVE), -1);
    assert_eq!(size_of::<c::color>(), size_of::<c_uint>());
}

#[test]
fn anonymous_enums_give_integers() {
    let a: c_int = c::ANON_A;
    let b: c_int = c::ANON_B;
    assert_eq!((a, b), (7, -8));
}

#[test]
fn enums_pass_to_c_and_back_with_unknown_values() {
    // SAFETY: the functions take any value.
    unsafe {
        assert_eq!(c::enum_next(c::RED), c::GREEN);
        let unknown = c::enum_next(c::BLUE);
        assert_eq!(unknown, c::color(99));
        assert!(format!("{unknown:?}").contains("99"));
        assert_eq!(c::enum_is_sign(c::ZERO), 1);
        assert_eq!(c::enum_is_sign(c::sign(2)), 0);
        assert_eq!(c::enum_other(c::TD_ONE), c::TD_TWO);
        assert_eq!(c::enum_level(), c::level(20));
        assert_eq!(*c::enum_global(), c::BLUE);
    }
}

#[test]
fn debug_prints_the_names() {
    assert_eq!(format!("{:?}", c::GREEN), "GREEN");
    assert_eq!(format!("{:?}", c::NEGATIVE), "NEGATIVE");
}

#[test]
fn enums_compare_hash_and_combine() {
    assert!(c::RED < c::GREEN);
    assert_eq!(c::FLAG_A | c::FLAG_B, c::FLAG_AB);
    assert_eq!(c::FLAG_AB & c::FLAG_C, c::flags(0));
    assert_eq!(c::FLAG_AB ^ c::FLAG_A, c::FLAG_B);
    assert_eq!(!c::FLAG_A & c::FLAG_AB, c::FLAG_B);
    let mut flags = c::FLAG_A;
    flags |= c::FLAG_C;
    assert_eq!(flags.0, 5);
    assert_eq!(HashSet::from([c::RED, c::RED, c::BLUE]).len(), 2);
    assert_eq!(BTreeSet::from([c::BLUE, c::RED]).first(), Some(&c::RED));
}

#[test]
fn enumerators_serve_in_patterns() {
    let name = match c::BLUE {
        c::RED => "red",
        c::BLUE => "blue",
        _ => "other",
    };
    assert_eq!(name, "blue");
}

#[test]
fn an_enum_and_a_function_share_a_name() {
    // SAFETY: the function has no arguments.
    assert_eq!(unsafe { c::both() }, 12);
    assert_eq!(c::BOTH_A.0, 0);
}
