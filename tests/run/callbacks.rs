//! Pointers to functions in both directions.

use core::ffi::{CStr, c_char, c_double, c_int, c_void};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/callbacks.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_callbacks.so"))]
        #![preamble(r#"
            static int cb_declared_before(int value);
            static int cb_calls_it(int value) { return cb_declared_before(value) + 1; }
            static int (*cb_fixed)(int level, const char *message);
        "#)]
        #include <stdarg.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include "callbacks.h"

        typedef int (*cb_binary)(int a, int b);
        typedef void cb_visit(void *context, const char *name, double value);
        struct cb_item { int key; void *data; };
        struct cb_table { cb_binary add; int (*nested[2])(cb_binary f, int i); };

        static int cb_declared_before(int value) { return 2 * value; }
        int cb_calls_it(int value);
        int cb_fold(const int *values, size_t count, int start, cb_binary f);
        void cb_each(cb_visit *visit, void *context);
        int cb_optional(int (*f)(void));
        cb_binary cb_choose(char which);
        int (*cb_returned(int which))(int);
        int cb_table_run(const struct cb_table *t, int i);
        int cb_items(struct cb_item *items, size_t count, int (*f)(struct cb_item *item));
        int cb_by_value(struct cb_item (*make)(int key), int key);

        typedef int... cb_number;
        cb_number cb_numbers(cb_number (*f)(cb_number n), cb_number n);

        typedef int (*cb_logger)(int level, const char *format, ...);
        int cb_log(cb_logger logger);
        // Another function of the block uses it before it is set.
        static int (*cb_fixed)(int level, const char *message);
        static void cb_set_fixed(int (*fixed)(int level, const char *message)) { cb_fixed = fixed; }
        static int cb_bridge(int level, const char *format, ...) {
            char message[64];
            va_list arguments;
            va_start(arguments, format);
            vsnprintf(message, sizeof message, format, arguments);
            va_end(arguments);
            return cb_fixed(level, message);
        }
        static int cb_log_through(void) { return cb_log(cb_bridge); }

        void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
        void *bsearch(const void *key, const void *base, size_t count, size_t size,
                      int (*compare)(const void *, const void *));
        void free(void *p);
    }
}

unsafe extern "C" fn subtract(a: c_int, b: c_int) -> c_int {
    a - b
}

extern "C" fn safe_subtract(a: c_int, b: c_int) -> c_int {
    a - b
}

unsafe extern "C" fn compare(a: *const c_void, b: *const c_void) -> c_int {
    // SAFETY: `qsort` and `bsearch` pass elements of the array.
    let (a, b) = unsafe { (*a.cast::<c_int>(), *b.cast::<c_int>()) };
    a.cmp(&b) as c_int
}

#[test]
fn c_calls_rust_functions() {
    let values = [1, 2, 3];
    // SAFETY: the length is the array's, and the functions take any small numbers.
    unsafe {
        assert_eq!(c::cb_fold(values.as_ptr(), 3, 10, Some(subtract)), 4);
        assert_eq!(c::cb_fold(values.as_ptr(), 3, 10, Some(safe_subtract)), 4);
    }
}

#[test]
fn qsort_sorts_and_bsearch_finds() {
    let mut values: [c_int; 6] = [5, -1, 3, 9, 0, 3];
    let key: c_int = 9;
    // SAFETY: the length and the size are the array's.
    unsafe {
        c::qsort(values.as_mut_ptr().cast(), values.len(), size_of::<c_int>(), Some(compare));
        assert_eq!(values, [-1, 0, 3, 3, 5, 9]);
        let found = c::bsearch((&raw const key).cast(), values.as_ptr().cast(), values.len(), 4, Some(compare));
        assert_eq!(found.cast::<c_int>().cast_const(), &raw const values[5]);
    }
}

#[test]
fn a_context_pointer_reaches_the_function() {
    unsafe extern "C" fn visit(context: *mut c_void, name: *const c_char, value: c_double) {
        // SAFETY: the context is the vector below and the name is a string.
        unsafe {
            let seen = &mut *context.cast::<Vec<(String, f64)>>();
            seen.push((CStr::from_ptr(name).to_string_lossy().into_owned(), value));
        }
    }
    let mut seen: Vec<(String, f64)> = Vec::new();
    // SAFETY: the function expects that vector.
    unsafe { c::cb_each(Some(visit), (&raw mut seen).cast()) };
    assert_eq!(seen, [("one".to_owned(), 1.0), ("two".to_owned(), 2.0)]);
}

#[test]
fn null_is_none() {
    extern "C" fn seven() -> c_int {
        7
    }
    // SAFETY: C looks whether there is a function.
    unsafe {
        assert_eq!(c::cb_optional(None), -1);
        assert_eq!(c::cb_optional(Some(seven)), 7);
        assert!(c::cb_choose(b'?' as c_char).is_none());
        assert!(c::cb_returned(0).is_none());
    }
}

#[test]
fn rust_calls_functions_that_c_returns() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        let add: c::cb_binary = c::cb_choose(b'+' as c_char);
        assert_eq!(add.map(|add| add(2, 3)), Some(5));
        assert_eq!(c::cb_returned(1).map(|negate| negate(3)), Some(-3));
    }
}

#[test]
fn records_hold_arrays_of_functions() {
    unsafe extern "C" fn twice(f: c::cb_binary, i: c_int) -> c_int {
        // SAFETY: the table's function takes any small numbers.
        f.map_or(0, |f| unsafe { f(i, i) })
    }
    let table = c::cb_table { add: Some(subtract), nested: [None, Some(twice)] };
    // SAFETY: the second function is there.
    assert_eq!(unsafe { c::cb_table_run(&table, 4) }, 0);
}

#[test]
fn functions_take_and_return_records() {
    unsafe extern "C" fn double(item: *mut c::cb_item) -> c_int {
        // SAFETY: C passes items of the array.
        unsafe { (*item).key * 2 }
    }
    unsafe extern "C" fn make(key: c_int) -> c::cb_item {
        c::cb_item { key: key + 1, data: core::ptr::null_mut() }
    }
    let mut items = [1, 2].map(|key| c::cb_item { key, data: core::ptr::null_mut() });
    // SAFETY: the length is the array's.
    unsafe {
        assert_eq!(c::cb_items(items.as_mut_ptr(), items.len(), Some(double)), 6);
        assert_eq!(c::cb_by_value(Some(make), 5), 6);
    }
}

#[test]
fn numbers_whose_type_is_asked_reach_the_function() {
    unsafe extern "C" fn twice(number: c::cb_number) -> c::cb_number {
        number.wrapping_mul(2)
    }
    let _: c::cb_number = 0_u16;
    // SAFETY: the functions take any numbers.
    unsafe {
        assert_eq!(c::cb_numbers(Some(twice), 20_000), 40_001);
        assert_eq!(c::cb_numbers(Some(twice), 40_000), 14_465);
    }
}

#[test]
fn c_code_of_the_block_bridges_to_a_function_of_fixed_arguments() {
    unsafe extern "C" fn fixed(level: c_int, message: *const c_char) -> c_int {
        // SAFETY: the bridge passes a string.
        let message = unsafe { CStr::from_ptr(message) };
        level * 100 + message.count_bytes() as c_int
    }
    // SAFETY: the function is set before it is called, and by this test alone.
    unsafe {
        c::cb_set_fixed(Some(fixed));
        assert_eq!(c::cb_log_through(), 307);
        // What C code is given it hands on like any other function.
        assert_eq!(c::cb_log(Some(c::cb_bridge)), 307);
    }
}

#[test]
fn c_code_calls_a_function_that_the_block_defines_later() {
    // SAFETY: the functions take any small number.
    assert_eq!(unsafe { c::cb_calls_it(20) }, 41);
}

#[test]
fn a_declared_function_is_a_function_pointer_too() {
    let release: [Option<unsafe extern "C" fn(*mut c_void)>; 1] = [Some(c::free)];
    for free in release.into_iter().flatten() {
        // SAFETY: freeing a null pointer does nothing.
        unsafe { free(core::ptr::null_mut()) };
    }
}
