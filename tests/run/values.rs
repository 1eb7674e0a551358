//! Records by value: exact ones pass directly, what Rust's ABI cannot know passes through stubs.

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/values.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_values.so"))]
        #include "values.h"

        struct v_small { char a, b, c; };
        struct v_pair { int a; double b; };
        struct v_large { long long a[5]; };
        struct v_floats { float x, y, z; };
        struct v_nested { struct v_small small; struct v_floats floats; };
        union v_union { int i; double d; };
        typedef struct { int i; } v_typedef;

        struct v_small v_small_next(struct v_small s);
        struct v_pair v_pair_next(struct v_pair p);
        struct v_large v_large_next(struct v_large l);
        struct v_floats v_floats_next(struct v_floats f);
        struct v_nested v_nested_next(struct v_nested n);
        union v_union v_union_next(union v_union u);
        v_typedef v_typedef_next(v_typedef t);
        double v_mixed(int a, struct v_small b, double c, struct v_pair d, struct v_large e, float f, struct v_floats g);

        struct v_char { char c; };
        struct v_eight { int a, b; };
        struct v_zero { int a; int none[0]; };
        struct v_anonymous { int kind; union { int i; float f; }; struct { char c; struct { short s; }; }; };
        struct v_zero v_zero_next(struct v_zero z);
        struct v_anonymous v_anonymous_next(struct v_anonymous a);
        struct v_char v_char_next(struct v_char c);
        struct v_eight v_eight_swap(struct v_eight e);

        struct v_partial { int shown; ...; };
        struct v_tiny_partial { short shown; ...; };
        struct v_float_partial { int shown; ...; };
        struct v_float_partial v_float_partial_next(struct v_float_partial p);
        int v_float_partial_sum(struct v_float_partial p);
        struct v_partial v_partial_new(int shown);
        int v_partial_sum(struct v_partial p);
        struct v_partial v_partial_next(int add, struct v_partial p, struct v_tiny_partial t);
        struct v_tiny_partial v_tiny_partial_new(short hidden, short shown);
    }
}

#[test]
fn exact_records_of_every_register_class_go_there_and_back() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        let small = c::v_small_next(c::v_small { a: 1, b: 2, c: 3 });
        assert_eq!((small.a, small.b, small.c), (2, 3, 4));
        let pair = c::v_pair_next(c::v_pair { a: 1, b: 2.5 });
        assert_eq!((pair.a, pair.b), (2, 3.5));
        // C changes a copy, also where the value goes by address.
        let large = c::v_large { a: [1, 2, 3, 4, 5] };
        assert_eq!(c::v_large_next(large).a, [2, 2, 3, 4, 6]);
        assert_eq!(large.a, [1, 2, 3, 4, 5]);
        let floats = c::v_floats_next(c::v_floats { x: 1.0, y: 2.0, z: 3.0 });
        assert_eq!((floats.x, floats.y, floats.z), (2.0, 3.0, 4.0));
        let nested = c::v_nested_next(c::v_nested { small, floats });
        assert_eq!((nested.small.c, nested.floats.z), (5, 5.0));
        assert_eq!(c::v_char_next(c::v_char { c: 5 }).c, 6);
        let eight = c::v_eight { a: 1, b: -2 };
        let swapped = c::v_eight_swap(eight);
        assert_eq!((swapped.a, swapped.b, eight.a, eight.b), (-2, 1, 1, -2));
        assert_eq!(c::v_typedef_next(c::v_typedef { i: 1 }).i, 2);
    }
}

#[test]
fn unions_go_there_and_back() {
    // SAFETY: all bits are values of the members.
    unsafe {
        let union = c::v_union { d: 1.5 };
        assert_eq!(c::v_union_next(union).d, 2.5);
        assert_eq!(union.d, 1.5);
    }
}

#[test]
fn records_with_nameless_members_or_empty_arrays_go_there_and_back() {
    let mut anonymous = c::v_anonymous { kind: 1, ..Default::default() };
    // SAFETY: the functions take any small numbers, and the addresses are those of a live value.
    unsafe {
        assert_eq!(c::v_zero_next(c::v_zero { a: 1, none: [] }).a, 2);
        *anonymous.i_mut() = 20;
        anonymous.anon2.c = 3;
        *anonymous.s_mut() = -400;
        let next = c::v_anonymous_next(anonymous);
        assert_eq!((next.kind, *next.i(), *next.c(), *next.s()), (2, 21, 4, -399));
        assert_eq!((anonymous.kind, *anonymous.i(), *anonymous.c(), *anonymous.s()), (1, 20, 3, -400));
    }
}

#[test]
fn seven_arguments_of_mixed_classes_keep_their_places() {
    let small = c::v_small { a: 0, b: 0, c: 2 };
    let pair = c::v_pair { a: 0, b: 4.0 };
    let large = c::v_large { a: [0, 0, 0, 0, 5] };
    let floats = c::v_floats { x: 0.0, y: 0.0, z: 7.0 };
    // SAFETY: the function takes any small numbers.
    assert_eq!(unsafe { c::v_mixed(1, small, 3.0, pair, large, 6.0, floats) }, 28.0);
    assert_eq!(small.c, 2);
}

#[test]
fn partial_records_keep_their_hidden_fields() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        let mut partial = c::v_partial_new(5);
        assert_eq!(partial.shown, 5);
        assert_eq!(c::v_partial_sum(partial), 1006);
        partial.shown = 7;
        assert_eq!(c::v_partial_sum(partial), 1008);

        let tiny = c::v_tiny_partial_new(3, 4);
        assert_eq!(tiny.shown, 4);
        let next = c::v_partial_next(1, partial, tiny);
        assert_eq!(next.shown, 7 + 1 + 300 + 40);
        assert_eq!((partial.shown, tiny.shown), (7, 4));

        let float = c::v_float_partial_next(c::v_float_partial_next(c::v_float_partial::zeroed()));
        assert_eq!((float.shown, c::v_float_partial_sum(float)), (2, 12));
        assert_eq!(c::v_partial_sum(next), 1001 + 348);
    }
}
