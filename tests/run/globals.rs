//! Global variables are functions that give their address.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_uchar, c_ulong};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/globals.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_globals.so"))]
        #include <errno.h>
        #include <stdio.h>
        #include "globals.h"

        struct global_pair { int a, b; };

        extern int global_int;
        extern unsigned char global_byte;
        extern double global_double;
        extern const int global_const;
        extern const char *global_text;
        extern const char *const global_const_text;
        extern struct global_pair global_pair;
        extern struct global_pair *global_pointer;
        extern int global_array[4];
        extern int (*global_function)(int);
        extern volatile int global_volatile;
        extern _Thread_local int global_thread_local;
        extern int global_static;
        extern int global_labelled;
        extern int global_macro;
        extern int global_nowhere;
        extern signed char global_schar;
        extern short global_short;
        extern unsigned short global_ushort;
        extern unsigned global_uint;
        extern long global_long;
        extern unsigned long global_ulong;
        extern long long global_llong;
        extern unsigned long long global_ullong;
        extern _Bool global_bool;
        extern float global_float;
        extern const char *global_names[5];

        int global_addresses(void);
        int global_limits(void);
        int *global_hidden_address(void);
        int global_read(void);
        int global_thread_read(void);

        extern int errno;
        extern FILE *stdin;
    }
}

#[test]
fn reads_and_writes_reach_c() {
    let global: *mut c_int = c::global_int();
    // SAFETY: only this test uses the variable.
    unsafe {
        assert_eq!(*global, 1);
        *global = 17;
        assert_eq!(c::global_read(), 17);
    }
}

#[test]
fn types_are_those_of_the_declaration() {
    let byte: *mut c_uchar = c::global_byte();
    let double: *mut c_double = c::global_double();
    let text: *mut *const c_char = c::global_text();
    let array: *mut [c_int; 4] = c::global_array();
    let volatile: *mut c_int = c::global_volatile();
    let function: *mut Option<unsafe extern "C" fn(c_int) -> c_int> = c::global_function();
    // SAFETY: nothing writes to these variables while the test runs.
    unsafe {
        assert_eq!(*byte, 255);
        assert_eq!(*double, 2.5);
        assert_eq!(CStr::from_ptr(*text), c"first");
        assert_eq!(*array, [1, 2, 3, 4]);
        assert_eq!(volatile.read_volatile(), 4);
        assert_eq!((*function).map(|f| f(3)), Some(-3));
        assert_eq!(*c::global_static(), 3);
        assert_eq!(*c::global_labelled(), 44);
    }
}

/// Reads the value that C wrote and writes the other end of its type.
macro_rules! at_limits {
    ($($global:ident: $first:expr => $then:expr;)*) => {$(
        assert_eq!(*c::$global(), $first, stringify!($global));
        *c::$global() = $then;
    )*};
}

#[test]
fn numbers_at_their_limits_are_read_and_written() {
    // SAFETY: only this test uses the variables.
    unsafe {
        at_limits! {
            global_schar: i8::MIN => i8::MAX;
            global_short: i16::MIN => i16::MAX;
            global_ushort: u16::MAX => 0;
            global_uint: u32::MAX => 0;
            global_long: c_long::MIN => c_long::MAX;
            global_ulong: c_ulong::MAX => 0;
            global_llong: i64::MIN => i64::MAX;
            global_ullong: u64::MAX => 0;
            global_bool: true => false;
            global_float: f32::MAX => f32::MIN;
        }
        let names: *mut [*const c_char; 5] = c::global_names();
        assert!((*names)[3].is_null());
        (*names)[3] = (*names)[1];
        assert_eq!(c::global_limits(), 1);
    }
}

#[test]
fn const_variables_are_read_only() {
    let constant: *const c_int = c::global_const();
    let text: *const *const c_char = c::global_const_text();
    // SAFETY: the variables are constant.
    unsafe {
        assert_eq!(*constant, 33);
        assert_eq!(CStr::from_ptr(*text), c"constant");
    }
}

#[test]
fn a_record_variable_shares_its_tags_name() {
    let pair: *mut c::global_pair = c::global_pair();
    // SAFETY: only this test uses the variable.
    unsafe {
        assert_eq!((*pair).b, 2);
        assert_eq!(*c::global_pointer(), pair);
    }
}

#[test]
fn thread_locals_are_per_thread() {
    // SAFETY: each thread uses its own variable.
    unsafe {
        *c::global_thread_local() = 50;
        let other = std::thread::spawn(|| c::global_thread_read()).join().expect("the thread returns");
        assert_eq!(other, 5);
        assert_eq!(c::global_thread_read(), 50);
    }
}

#[test]
fn a_macro_may_stand_for_a_variable() {
    // SAFETY: only this test uses the variable, and `errno` is this thread's own.
    unsafe {
        assert_eq!(*c::global_macro(), 21);
        *c::global_macro() = 22;
        assert_eq!(*c::global_macro(), 22);
        // Each call of the getter evaluates the macro once.
        let before = c::global_addresses();
        let address = c::global_macro();
        *address += 1;
        assert_eq!((*address, c::global_addresses()), (23, before + 1));
        assert!(c::global_nowhere().is_null());

        *c::errno() = 7;
        assert_eq!(*c::errno(), 7);
        assert_eq!(std::io::Error::last_os_error().raw_os_error(), Some(7));
    }
}

#[test]
fn the_c_librarys_files_are_there() {
    // SAFETY: the variable is set before `main`.
    assert!(unsafe { !(*c::stdin()).is_null() });
}
