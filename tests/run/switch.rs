//! `#![cfg_attr(…)]`: an option of a block that the features of the user's crate decide about.

mod c {
    cffi_rt::cdef! {
        #![cfg_attr(not(any(test)), include_dir("no such folder"))]
        #![cfg_attr(test, define(SWITCH = 3, SWITCH_MAX = 4), prefix(SWITCH_))]
        #![cfg_attr(not(test), define(OTHER = 1))]
        #include <limits.h>

        #define SWITCH ...
        #define SWITCH_MAX ...
    }
}

#[test]
fn options_may_be_conditional() {
    cffi_rt::cdef! {
        #![cfg_attr(test, prefix(in_a_))]
        enum { in_a_FUNCTION = 5 };
    }
    assert_eq!(FUNCTION, 5);
}

#[test]
fn all_options_of_a_condition_are_taken() {
    assert_eq!((c::SWITCH, c::MAX), (3, 4));
}
