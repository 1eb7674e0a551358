//! Numbers that Rust's `extern "C"` can't pass, or has no type for: they go through stubs, unseen.

use cffi_rt::{Complex, LongDouble, VaList};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/scalars.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_scalars.so"))]
        #include "scalars.h"

        typedef long double sc_extended;
        struct sc_fields { char c; long double l; float _Complex z; char d; _Complex double long w; };
        struct sc_widths { char c; __int128 i; char d; unsigned __int128 u; };
        struct sc_atomics { char c; int _Atomic i; _Atomic(long) l; atomic_uint u; _Atomic(char *) p; int *_Atomic q; };

        double long sc_next(long double x);
        long double sc_mixed(int a, long double b, char c, sc_extended d, double e);
        float _Complex sc_turn_f(_Complex float z);
        double _Complex sc_turn(int by, sc_point z);
        long double _Complex sc_turn_l(long double _Complex z);
        double sc_first(long double const *values, int n);
        struct sc_fields sc_fields_next(struct sc_fields f);
        __int128 sc_negate(__int128 i);
        sc_wide sc_shift(int by, sc_wide u, char c);
        struct sc_widths sc_widths_next(struct sc_widths w);
        extern long double sc_global;
        extern const long double sc_array[3];
        extern double _Complex sc_complex_global;
        extern __int128 sc_wide_global;

        void sc_narrow(const long double *from, double *to, int n);
        void sc_widen(const double *from, long double *to, int n);
        long double sc_step(long double x);
        long double sc_steps(int n);
        int sc_less(long double a, long double b);

        #define SC_MAX ...
        #define SC_HALF 0.5L
        #define SC_THIRD ...
        #define SC_BIG ((__int128)1 << 100)
        #define SC_LEAST ...
        static const __int128 SC_LEAST_TYPED;
        static const unsigned __int128 SC_ALL;
        static const long double sc_static;
        static const float _Complex I;

        wchar_t sc_upper(wchar_t w);
        int sc_vsum(int n, va_list arguments);
        int sc_sum(int n, ...);
        typedef int (*sc_visitor)(int n, va_list arguments);
        int sc_visit(sc_visitor visitor, int n, ...);
    }
}

#[test]
fn long_doubles_go_there_and_back() {
    let of = LongDouble::from_f64;
    // SAFETY: the functions only compute, and the array has as many elements as it says.
    unsafe {
        assert_eq!(c::sc_next(of(1.5)), of(2.5));
        assert_eq!(c::sc_mixed(1, of(2.0), 3, of(8.0), 2.0).to_f64(), 3.0);
        assert_eq!(c::sc_first([of(7.0)].as_ptr(), 1), 7.0);
        let global = c::sc_global();
        assert_eq!(global.read(), of(2.5));
        global.write(of(3.5));
        assert_eq!(c::sc_next(*global), of(4.5));
        let array: *const [LongDouble; 3] = c::sc_array();
        assert_eq!((*array)[1], of(-2.0));
        assert_eq!((*array)[2], c::SC_MAX);
    }
}

#[test]
fn a_long_double_constant_keeps_what_no_double_holds() {
    const HALF: f64 = c::SC_HALF.to_f64();
    assert_eq!(HALF, 0.5);
    assert_eq!(c::SC_THIRD.to_f64(), 1.0 / 3.0);
    assert_eq!(c::sc_static.to_f64(), 0.1);
    if LongDouble::MANTISSA_DIGITS > 53 {
        assert!(c::SC_MAX > LongDouble::from_f64(f64::MAX));
        assert!(c::SC_MAX < LongDouble::from_f64(f64::INFINITY));
        assert_eq!(c::SC_MAX.to_f64(), f64::INFINITY);
        assert_ne!(c::SC_THIRD, LongDouble::from_f64(1.0 / 3.0));
    }
}

/// Random bits, and values near those where rounding changes.
fn samples() -> Vec<LongDouble> {
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random
    };
    let mut samples = Vec::new();
    for index in 0..200_000_u64 {
        let seed = f64::from_bits(next());
        let mut bytes = LongDouble::from_f64(seed).to_ne_bytes();
        // What lies below the last place of a `double`: nothing, half, and a little more or less.
        let low = match index % 5 {
            0 => 0,
            1 => 0x400,
            2 => 0x3ff,
            3 => 0x401,
            _ => next() & 0x7ff,
        };
        if LongDouble::MANTISSA_DIGITS == 64 {
            for (byte, more) in bytes.iter_mut().zip(u64::to_ne_bytes(low)) {
                *byte |= more;
            }
            // Exponents around the least and the greatest `double`; the leading bit stays set, as C's values have it.
            let exponent: u16 = match index % 4 {
                0 => 16383 - 1022 - (next() % 60) as u16,
                1 => 16383 + 1022 + (next() % 4) as u16,
                2 => 16383 - 1070 - (next() % 10) as u16,
                _ => (next() % 32767) as u16,
            };
            let sign = (next() & 0x8000) as u16;
            bytes[7] |= 0x80;
            bytes[8..].copy_from_slice(&(exponent.max(1) | sign).to_ne_bytes());
        }
        samples.push(LongDouble::from_ne_bytes(bytes));
    }
    samples
}

#[test]
fn conversions_agree_with_c_bit_by_bit() {
    let samples = samples();
    let count = i32::try_from(samples.len()).unwrap();
    let mut narrow = vec![0.0; samples.len()];
    // SAFETY: both arrays have that many elements.
    unsafe { c::sc_narrow(samples.as_ptr(), narrow.as_mut_ptr(), count) };
    for (sample, c) in samples.iter().zip(&narrow) {
        let rust = sample.to_f64();
        assert!(rust.to_bits() == c.to_bits() || rust.is_nan() && c.is_nan(), "{:x?}", sample.to_ne_bytes());
    }
    let mut wide = vec![LongDouble::default(); narrow.len()];
    // SAFETY: as above.
    unsafe { c::sc_widen(narrow.as_ptr(), wide.as_mut_ptr(), count) };
    for (double, c) in narrow.iter().zip(&wide) {
        if !double.is_nan() {
            assert_eq!(LongDouble::from_f64(*double).to_ne_bytes(), c.to_ne_bytes(), "{double:e}");
        }
    }
    for pair in samples.windows(2).take(20_000) {
        // SAFETY: the function only compares.
        assert_eq!(pair[0] < pair[1], unsafe { c::sc_less(pair[0], pair[1]) } != 0, "{pair:?}");
    }
}

/// 10,000 steps that a `double` would round at each.
#[test]
fn long_doubles_keep_their_bits_through_ten_thousand_calls() {
    // SAFETY: the functions only compute.
    unsafe {
        let mut value = c::sc_step(LongDouble::from_f64(1.0));
        for _ in 1..10_000 {
            value = c::sc_step(value);
        }
        assert_eq!(value, c::sc_steps(10_000));
        let rounded = (0..10_000).fold(1.0, |value, _| c::sc_step(LongDouble::from_f64(value)).to_f64());
        if size_of::<LongDouble>() > 8 {
            assert_ne!(LongDouble::from_f64(rounded), value);
        }
    }
}

#[test]
fn complex_numbers_go_there_and_back() {
    // SAFETY: the functions only compute, and nothing else uses the variable.
    unsafe {
        assert_eq!(c::sc_turn_f(Complex { re: 1.0, im: 2.0 }), Complex { re: -2.0, im: 1.0 });
        assert_eq!(c::sc_turn(2, Complex { re: 1.0, im: 2.0 }), Complex { re: -4.0, im: 2.0 });
        let long = Complex { re: LongDouble::from_f64(1.0), im: LongDouble::from_f64(2.0) };
        assert_eq!(c::sc_turn_l(long).re, LongDouble::from_f64(-2.0));
        assert_eq!(*c::sc_complex_global(), Complex { re: 1.0, im: 0.0 });
    }
    assert_eq!(c::I(), Complex { re: 0.0, im: 1.0 });
}

#[test]
fn numbers_of_128_bits_go_there_and_back() {
    assert_eq!(c::SC_BIG, 1 << 100);
    assert_eq!(c::SC_LEAST, -(1 << 100));
    assert_eq!(c::SC_LEAST_TYPED, -(1 << 101));
    assert_eq!(c::SC_ALL(), u128::MAX);
    // SAFETY: the functions only compute, and nothing else uses the variable.
    unsafe {
        assert_eq!(c::sc_negate(c::SC_BIG), c::SC_LEAST);
        assert_eq!(c::sc_shift(100, 3, 1), (3 << 100) + 1);
        assert_eq!(*c::sc_wide_global(), -1);
    }
}

#[test]
fn records_of_such_numbers_go_there_and_back() {
    let fields = c::sc_fields { l: LongDouble::from_f64(0.5), ..c::sc_fields::default() };
    // SAFETY: the functions only compute.
    let next = unsafe { c::sc_fields_next(fields) };
    assert_eq!((next.c, next.l.to_f64(), next.z, next.d), (1, 1.5, Complex { re: 1.0, im: 0.0 }, 1));
    assert_eq!(next.w.im.to_f64(), 1.0);
    // SAFETY: as above.
    let next = unsafe { c::sc_widths_next(c::sc_widths { c: 1, i: -1, d: 2, u: u128::MAX - 1 }) };
    assert_eq!((next.c, next.i, next.d, next.u), (2, 0, 3, u128::MAX));
}

#[test]
fn atomic_fields_are_reached_by_atomic_operations() {
    let mut atomics = c::sc_atomics::default();
    // SAFETY: the field is aligned, and reached in this way alone.
    let field = unsafe { std::sync::atomic::AtomicI32::from_ptr(&raw mut atomics.i) };
    field.fetch_add(3, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(atomics.i, 3);
}

#[test]
fn wide_characters_have_the_size_of_c() {
    // SAFETY: the function only computes.
    assert_eq!(unsafe { c::sc_upper('a' as c::wchar_t) }, 'A' as c::wchar_t);
}

#[test]
fn variable_arguments_are_handed_on() {
    unsafe extern "C" fn visitor(n: std::ffi::c_int, arguments: VaList) -> std::ffi::c_int {
        // SAFETY: the arguments are as many as C says, and handed on once.
        10 * unsafe { c::sc_vsum(n, arguments) }
    }
    // SAFETY: there are as many arguments as it says.
    assert_eq!(unsafe { c::sc_visit(Some(visitor), 8, 1, 2, 3, 4, 5, 6, 7, 8) }, 360);
}
