//! <math.h>: constants, plain functions, macros that take any float type, a struct by value, and a global variable.

mod c {
    cffi_rt::cdef! {
        #![link("m")]
        #define _GNU_SOURCE
        #include <math.h>
        #include <stdlib.h>

        #define M_PI ...
        #define HUGE_VAL ...
        #define FP_NAN ...
        #define FP_ZERO ...

        double cos(double x);
        double pow(double x, double y);
        double frexp(double x, int *exponent);
        float sqrtf(float x);

        // Type-generic macros: the block says which of their types is wanted.
        int fpclassify(double x);
        int isfinite(double x);

        typedef struct { int quot; int rem; } div_t;
        div_t div(int numerator, int denominator);

        double lgamma(double x);
        extern int signgam;
    }
}

fn main() {
    assert_eq!(c::M_PI, std::f64::consts::PI);
    assert_eq!(c::HUGE_VAL, f64::INFINITY);

    // SAFETY: these functions take any number.
    unsafe {
        assert_eq!(c::cos(0.0), 1.0);
        assert_eq!(c::pow(2.0, 10.0), 1024.0);
        assert_eq!(c::sqrtf(6.25), 2.5);
        assert_eq!(c::fpclassify(f64::NAN), c::FP_NAN);
        assert_eq!(c::fpclassify(-0.0), c::FP_ZERO);
        assert_ne!(c::isfinite(1.0), 0);
        assert_eq!(c::isfinite(f64::INFINITY), 0);
    }

    let mut exponent = 0;
    // SAFETY: `exponent` is writable.
    let mantissa = unsafe { c::frexp(48.0, &mut exponent) };
    assert_eq!((mantissa, exponent), (0.75, 6));

    // SAFETY: the denominator is not zero, and the quotient fits.
    let c::div_t { quot, rem } = unsafe { c::div(17, 5) };
    assert_eq!((quot, rem), (3, 2));

    // SAFETY: any number will do, and no other thread touches `signgam`.
    let (logarithm, sign) = unsafe { (c::lgamma(-0.5), *c::signgam()) };
    assert!((logarithm - (2.0 * c::M_PI.sqrt()).ln()).abs() < 1e-12);
    assert_eq!(sign, -1);
}
