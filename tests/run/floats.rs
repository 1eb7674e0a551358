//! Floating types that Rust lacks: bytes, passed by value through stubs.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #ifdef __clang__
            #define _Float128 __float128
            #define _Decimal64 __float128
            #endif
            typedef __float128 quad;
            struct measured { char unit; quad value; };
            static inline quad quad_of(double x) { return x; }
            static inline double quad_to(quad x) { return (double)x; }
            static inline __float128 quad_times(__float128 x, int n) { return x * n; }
            static inline _Float128 quad_next(_Float128 x) { return x + 1; }
            static inline struct measured measured_next(struct measured m) { m.value += m.unit; return m; }
            static inline _Decimal64 decimal_of(int x) { return x; }
            static inline int decimal_to(_Decimal64 a, const _Decimal64 *b) { return (int)(a + *b); }
        "#)]
        struct measured { char unit; quad value; };
        quad quad_of(double x);
        double quad_to(quad x);
        __float128 quad_times(__float128 x, int n);
        _Float128 quad_next(_Float128 x);
        struct measured measured_next(struct measured m);
        _Decimal64 decimal_of(int x);
        int decimal_to(_Decimal64 a, const _Decimal64 *b);
        // The compiler's own words for them.
        _Float128 as_standard(quad x) { return x; }
        __float128 as_gnu(quad x) { return x; }
        double of_standard(_Float128 x) { return (double)x; }
        double of_gnu(__float128 x) { return (double)x; }
    }
}

#[test]
fn they_pass_by_value() {
    assert_eq!((size_of::<c::quad>(), align_of::<c::quad>()), (16, 16));
    // SAFETY: the functions only compute.
    unsafe {
        let value = c::quad_of(1.5);
        assert_eq!(c::quad_to(value), 1.5);
        assert_eq!(c::of_gnu(c::quad_times(c::as_gnu(value), 3)), 4.5);
        assert_eq!(c::of_standard(c::quad_next(c::as_standard(value))), 2.5);
        let next = c::measured_next(c::measured { unit: 2, value });
        assert_eq!((next.unit, c::quad_to(next.value)), (2, 3.5));
        let seven = c::decimal_of(7);
        assert_eq!(c::decimal_to(c::decimal_of(5), &seven), 12);
    }
}
