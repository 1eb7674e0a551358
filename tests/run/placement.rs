//! Where blocks may stand: modules, function bodies, twice in a module, beside their headers.

use core::ffi::c_int;

mod twice {
    cffi_rt::cdef! {
        int abs(int i);
        enum first { FIRST_A };
    }
    cffi_rt::cdef! {
        long labs(long l);
        enum second { SECOND_A };
    }
}

mod twice_verified {
    cffi_rt::cdef! {
        #include <stdlib.h>
        #define EXIT_SUCCESS ...
        int abs(int i);
        static int first_of_two(int i) { return i + 1; }
    }
    cffi_rt::cdef! {
        #include <stdlib.h>
        #define EXIT_FAILURE ...
        long labs(long l);
        static int second_of_two(int i) { return i + 2; }
    }
}

mod beside {
    cffi_rt::cdef! {
        #include "beside.h"
        #define BESIDE_VALUE ...
        int beside_add(int a, int b);
    }
}

/// The same block in two places.
macro_rules! one_block {
    ($($module:ident)*) => {$(
        mod $module {
            cffi_rt::cdef! {
                #include <stdlib.h>
                int abs(int i);
                static inline int same_block(int i) { return abs(i) + 5; }
            }
        }
    )*};
}

one_block!(one two);

mod public {
    pub(crate) mod inner {
        cffi_rt::cdef! {
            int atoi(const char *text);
            struct shared { int a; };
        }
    }
    pub(crate) use inner::*;
}

fn own_blocks(i: c_int) -> c_int {
    cffi_rt::cdef! {
        #include <stdlib.h>
        int abs(int i);
        static inline int in_function(int i) { return i * 2; }
        #define RAND_MAX ...
    }
    fn nested() -> c_int {
        cffi_rt::cdef! {
            int atoi(const char *text);
            struct local { int a; };
        }
        let local = local { a: 3 };
        // SAFETY: the text is a string.
        unsafe { atoi(c"3".as_ptr()).min(local.a) }
    }
    // SAFETY: the argument is not `INT_MIN`.
    unsafe { in_function(abs(i)) + (RAND_MAX >> 30) + nested() }
}

#[test]
fn two_blocks_share_a_module() {
    // SAFETY: the arguments are not the least ones.
    unsafe {
        assert_eq!(twice::abs(-1), 1);
        assert_eq!(twice::labs(-2), 2);
        assert_eq!(twice_verified::first_of_two(twice_verified::abs(-1)), 2);
        assert_eq!(twice_verified::second_of_two(twice_verified::labs(-2) as c_int), 4);
    }
    assert_eq!((twice::FIRST_A.0, twice::SECOND_A.0), (0, 0));
    assert_eq!((twice_verified::EXIT_SUCCESS, twice_verified::EXIT_FAILURE), (0, 1));
}

#[test]
fn a_block_stands_in_a_function() {
    assert_eq!(own_blocks(-4), 12);
}

#[test]
fn a_quoted_header_lies_beside_the_rust_file() {
    assert_eq!(beside::BESIDE_VALUE, 123);
    // SAFETY: the function takes any small numbers.
    assert_eq!(unsafe { beside::beside_add(1, 2) }, 3);
}

#[test]
fn the_same_block_may_stand_twice() {
    // SAFETY: the arguments are not `INT_MIN`.
    unsafe {
        assert_eq!(one::same_block(-1), 6);
        assert_eq!(two::same_block(-2), 7);
    }
}

#[test]
fn items_are_public() {
    let shared = public::shared { a: 1 };
    // SAFETY: the text is a string.
    assert_eq!(unsafe { public::atoi(c"1".as_ptr()) }, shared.a);
}
