//! Vectors: arrays of their lanes in Rust, passed by value through stubs.

use core::ffi::c_float;

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/vectors.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_vectors.so"))]
        #include "vectors.h"

        typedef float vectors_floats __attribute__((vector_size(16)));
        typedef int __attribute__((__vector_size__(4 * sizeof(int)))) vectors_ints;
        struct vectors_record { char tag; vectors_floats place; vectors_ints both[2]; };

        vectors_floats vectors_add(vectors_floats a, vectors_floats b);
        vectors_ints vectors_scale(int by, vectors_ints a, double unused, vectors_shorts b);
        vectors_shorts vectors_shorts_of(vectors_ints a);
        float vectors_sum(struct vectors_record a);
        struct vectors_record vectors_record_of(vectors_floats place);
        void vectors_fill(vectors_large *to, long first);
        extern vectors_floats vectors_global;

        #ifdef __SSE2__
        struct vectors_intrinsic { __m128 a; __m128i b; __m128d c; };
        __m128 vectors_mul(__m128 a, __m128 b);
        __m128i vectors_or(__m128i a, __m128i b);
        double vectors_last(struct vectors_intrinsic a);
        #endif
    }
}

use c::{vectors_floats, vectors_ints, vectors_large, vectors_record, vectors_shorts};

#[test]
fn vectors_pass_by_value() {
    // SAFETY: the functions take any vectors.
    unsafe {
        let sum = c::vectors_add(
            vectors_floats { lanes: [1.0, 2.0, 3.0, 4.0] },
            vectors_floats { lanes: [0.5, 0.25, 0.0, -4.0] },
        );
        assert_eq!(sum.lanes, [1.5, 2.25, 3.0, 0.0]);
        let shorts = c::vectors_shorts_of(vectors_ints { lanes: [1, 65_537, -1, 3] });
        assert_eq!(shorts.lanes, [1_u16, 1, 65_535, 3]);
        let scaled = c::vectors_scale(-2, vectors_ints { lanes: [1, 2, 3, 4] }, 10.5, shorts);
        assert_eq!(scaled.lanes, [9, 7, 65_539, 5]);
    }
}

#[test]
fn vectors_stand_in_records_and_variables() {
    assert_eq!((align_of::<vectors_floats>(), size_of::<vectors_record>()), (16, 64));
    assert_eq!((align_of::<vectors_shorts>(), size_of::<vectors_large>()), (8, 64));
    // SAFETY: the functions take any records and room for a vector, and nothing else uses the variable.
    unsafe {
        let record = c::vectors_record_of(vectors_floats { lanes: [1.0, 0.0, 0.0, 0.5] });
        assert_eq!((record.tag, record.place.lanes), (7, [1.0, 0.0, 0.0, 0.5]));
        assert_eq!(record.both.map(|both| both.lanes), [[1, 2, 3, 4], [5, 6, 7, 8]]);
        assert_eq!(c::vectors_sum(record), 17.5 as c_float);
        let mut large = vectors_large::default();
        c::vectors_fill(&mut large, 40);
        assert_eq!(large.lanes, [40, 41, 42, 43, 44, 45, 46, 47]);
        assert_eq!((*c::vectors_global()).lanes, [1.0, 2.0, 3.0, 4.0]);
        (*c::vectors_global()).lanes[3] = 9.0;
        assert_eq!(c::vectors_add(*c::vectors_global(), vectors_floats::default()).lanes[3], 9.0);
    }
}

#[cfg(target_arch = "x86_64")]
#[test]
fn the_headers_own_vectors_need_no_declaration() {
    use c::{__m128, __m128d, __m128i, vectors_intrinsic};

    // SAFETY: the functions take any vectors.
    unsafe {
        let product = c::vectors_mul(__m128 { lanes: [1.0, 2.0, 3.0, 4.0] }, __m128 { lanes: [2.0; 4] });
        assert_eq!(product.lanes, [2.0, 4.0, 6.0, 8.0]);
        let both = c::vectors_or(__m128i { lanes: [1, 2] }, __m128i { lanes: [4, 8] });
        assert_eq!(both.lanes, [5, 10]);
        let all = vectors_intrinsic { a: product, b: both, c: __m128d { lanes: [0.0, 0.5] } };
        assert_eq!(c::vectors_last(all), 18.5);
    }
    // What the architecture's own type holds has the same bytes.
    let ours = __m128 { lanes: [1.0, 2.0, 3.0, 4.0] };
    // SAFETY: both are four numbers of 32 bits, and any bits are valid.
    let theirs: core::arch::x86_64::__m128 = unsafe { core::mem::transmute(ours) };
    assert_eq!(format!("{theirs:?}"), "__m128(1.0, 2.0, 3.0, 4.0)");
}
