//! Functions that x86 of 64 bits calls otherwise than usual, from Rust and from C.

use core::ffi::{c_char, c_double, c_float, c_int, c_long, c_short, c_uchar};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/conventions.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_conventions.so"))]
        #include "conventions.h"

        struct conventions_one { char a; };
        struct conventions_three { char a[3]; };
        struct conventions_eight { float a, b; };
        struct conventions_real { double a; };
        struct conventions_large { long a; double b; short c; };

        typedef double (__attribute__((ms_abi)) *conventions_mixed)(int a, double b, float c, long d, unsigned char e, short f, double g);
        typedef struct conventions_large (__attribute__((__ms_abi__)) *conventions_records)(
            struct conventions_one a, struct conventions_three b, struct conventions_eight c, struct conventions_real d,
            struct conventions_large e, int f
        );

        double __attribute__((ms_abi)) conventions_mixed_in_c(int a, double b, float c, long d, unsigned char e, short f, double g);
        double conventions_call_mixed(conventions_mixed function);
        double conventions_call_mixed_back(conventions_mixed function) __attribute__((ms_abi));
        conventions_mixed conventions_get_mixed(void);

        struct conventions_large __attribute__((ms_abi)) conventions_records_in_c(
            struct conventions_one a, struct conventions_three b, struct conventions_eight c, struct conventions_real d,
            struct conventions_large e, int f
        );
        struct conventions_large conventions_call_records(conventions_records function);
        __attribute__((ms_abi)) struct conventions_one conventions_return_one(int a);
        __attribute__((ms_abi)) struct conventions_three conventions_return_three(int a);
        __attribute__((ms_abi)) struct conventions_eight conventions_return_eight(int a);
        __attribute__((ms_abi)) struct conventions_real conventions_return_real(int a);
        unsigned char __attribute__((ms_abi)) conventions_narrow(signed char a, unsigned short b);

        struct conventions_table {
            long (__attribute__((ms_abi)) *ms)(long a, long b);
            // Nothing is special about these words here.
            long (__stdcall *usual)(long a, long b);
        };
        extern struct conventions_table conventions_table;
        long WINAPI conventions_run(const struct conventions_table *table);
        long __attribute__((ms_abi)) conventions_inline(long a, long b);
        long __attribute__((ms_abi)) in_the_block(double a, long b) { return (long)(a * 10) + b; }

        unsafe extern "C" {
            long __attribute__((ms_abi)) conventions_each(
                long (__attribute__((ms_abi)) *visit)(void *context, long number)
                    cdef_closure(context) cdef_scope(call) cdef_on_panic(0),
                void *context
            );
            long conventions_plain(long (__attribute__((ms_abi)) *visit)(long number));
        }
    }
}

unsafe extern "win64" fn mixed(
    a: c_int,
    b: c_double,
    c: c_float,
    d: c_long,
    e: c_uchar,
    f: c_short,
    g: c_double,
) -> c_double {
    // SAFETY: it takes any numbers.
    2.0 * unsafe { c::conventions_mixed_in_c(a, b, c, d, e, f, g) }
}

unsafe extern "win64" fn records(
    a: c::conventions_one,
    b: c::conventions_three,
    c: c::conventions_eight,
    d: c::conventions_real,
    e: c::conventions_large,
    f: c_int,
) -> c::conventions_large {
    assert_eq!((a.a, b.a, c.a, c.b, d.a, f), (1, [2, 3, 4], 5.0, 6.0, 7.0, 11));
    // SAFETY: it takes any records.
    unsafe { c::conventions_records_in_c(a, b, c, d, e, f) }
}

#[test]
fn numbers_pass_in_both_ways() {
    // SAFETY: the functions take any numbers, and functions that C may call with any.
    unsafe {
        let value = c::conventions_mixed_in_c(1, 2.0, 3.0, 4, 5, -6, 7.0);
        assert_eq!(value, 6_454_321.0);
        assert_eq!(c::conventions_call_mixed(Some(mixed)), 2.0 * 8_404_319.0);
        assert_eq!(c::conventions_call_mixed_back(Some(mixed)), 2.0 * -6_353_719.0);
        let in_c = c::conventions_get_mixed().expect("it is no null pointer");
        assert_eq!(in_c(1, 2.0, 3.0, 4, 5, -6, 7.0), value);
        assert_eq!(c::conventions_narrow(-100, 500), 144);
        assert_eq!((c::conventions_inline(5, 4), c::in_the_block(0.5, 3)), (11, 8));
    }
    let _: unsafe extern "win64" fn(i8, u16) -> u8 = c::conventions_narrow;
}

#[test]
fn records_pass_in_both_ways() {
    // SAFETY: the functions take any numbers and records.
    unsafe {
        let large = c::conventions_call_records(Some(records));
        assert_eq!((large.a, large.b, large.c), (21, 7659.0, 18));
        assert_eq!(c::conventions_return_one(-3).a, -3 as c_char);
        assert_eq!(c::conventions_return_three(1).a, [1, 2, 3]);
        let eight = c::conventions_return_eight(4);
        assert_eq!((eight.a, eight.b), (4.0, 5.0));
        assert_eq!(c::conventions_return_real(9).a, 9.0);
    }
}

#[test]
fn fields_have_their_own_conventions() {
    unsafe extern "win64" fn ms(a: c_long, b: c_long) -> c_long {
        a + b
    }
    unsafe extern "C" fn usual(a: c_long, b: c_long) -> c_long {
        a % b
    }
    // SAFETY: the table is C's, whole and never written.
    unsafe {
        let table = *c::conventions_table();
        assert_eq!(table.ms.map(|ms| ms(7, 5)), Some(2));
        assert_eq!(c::conventions_run(&table), 235);
        let table = c::conventions_table { ms: Some(ms), usual: Some(usual) };
        assert_eq!(c::conventions_run(&table), 1202);
    }
}

#[test]
fn closures_are_called_as_c_calls() {
    let mut seen = Vec::new();
    let result = c::conventions_each(|number| {
        seen.push(number);
        number + 1
    });
    assert_eq!((result, seen), (32, vec![1, 2]));

    extern "win64" fn twice(number: c_long) -> c_long {
        2 * number
    }
    assert_eq!(c::conventions_plain(twice), 11);
}
