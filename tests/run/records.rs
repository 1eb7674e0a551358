//! Structs and unions: exact ones, partial ones, and what they hold.

use core::ffi::{CStr, c_char, c_int};
use core::mem::{MaybeUninit, offset_of};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/records.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_records.so"))]
        #include "records.h"

        struct exact {
            char c;
            short s;
            int i;
            long long l;
            double d;
            const char *text;
        };
        struct node { int value; struct node *next; };
        struct left { struct right *other; int i; };
        struct right { struct left *other; long l; };

        struct partial { short also_shown; int shown; ...; };
        union number { int i; double d; unsigned char bytes[8]; };
        union partial_union { int shown; ...; };

        struct nested {
            int kind;
            struct { short x, y; } position;
            union { int i; float f; } value;
            struct inner { int deep; } inner;
        };

        struct anonymous { int kind; short low, high; char tail; ...; };

        struct aligned { int i; ...; };
        struct qualified { const int c; volatile int v; int *const p; const char *const *table; };
        struct with_partial { int after; struct partial p; ...; };
        struct operations { int (*apply)(int); int (*self)(struct operations *o); };
        struct empty_tail { int i; char c; };

        int exact_sum(const struct exact *e);
        void exact_fill(struct exact *e);
        int node_sum(const struct node *n);
        void partial_fill(struct partial *p);
        int partial_hidden(const struct partial *p);
        double number_read(const union number *n);
        int nested_sum(const struct nested *n);
        int anonymous_sum(const struct anonymous *a);
        int aligned_read(const struct aligned *a);
        int operations_run(struct operations *o, int i);
    }
}

#[test]
fn an_exact_record_is_an_ordinary_struct() {
    let exact = c::exact { c: 1, s: 2, i: 3, l: 4, d: 5.0, text: c"1".as_ptr() };
    let copy = exact;
    // SAFETY: the pointers are those of live values.
    unsafe {
        assert_eq!(c::exact_sum(&copy), 16);
        let mut filled = MaybeUninit::uninit();
        c::exact_fill(filled.as_mut_ptr());
        let filled: c::exact = filled.assume_init();
        assert_eq!((filled.c, filled.s, filled.i, filled.l, filled.d), (1, 2, 3, 4, 5.0));
        assert_eq!(CStr::from_ptr(filled.text), c"123456");
    }
    assert!(format!("{copy:?}").contains("exact"));
    assert_eq!(c::empty_tail::default().i, 0);
}

#[test]
fn records_point_to_themselves_and_each_other() {
    let last = c::node { value: 1, next: core::ptr::null_mut() };
    let first = c::node { value: 2, next: (&raw const last).cast_mut() };
    // SAFETY: the list ends in a null pointer.
    assert_eq!(unsafe { c::node_sum(&first) }, 3);

    let mut left = c::left { other: core::ptr::null_mut(), i: 1 };
    let right = c::right { other: &raw mut left, l: 2 };
    assert_eq!(right.other, &raw mut left);
}

#[test]
fn a_partial_record_has_cs_size_and_offsets() {
    assert_eq!(size_of::<c::partial>(), 24 + 8 + size_of::<[usize; 2]>());
    assert_eq!(offset_of!(c::partial, shown), 4);
    assert_eq!(offset_of!(c::partial, also_shown), 32);
    assert_eq!(size_of::<c::partial_union>(), 32);

    let mut partial = c::partial::zeroed();
    assert_eq!((partial.shown, partial.also_shown), (0, 0));
    // SAFETY: the pointers are those of a live value.
    unsafe {
        c::partial_fill(&mut partial);
        assert_eq!((partial.shown, partial.also_shown), (2, 4));
        partial.shown = 9;
        let copy = partial;
        assert_eq!(c::partial_hidden(&copy), 1934);
    }
}

#[test]
fn zeroed_is_a_constant() {
    const ZEROED: c::partial = c::partial::zeroed();
    static SHARED: c::aligned = c::aligned::zeroed();
    assert_eq!(ZEROED.shown, 0);
    assert_eq!(SHARED.i, 0);
}

#[test]
fn a_partial_record_lies_inside_another() {
    assert_eq!(size_of::<c::with_partial>(), size_of::<c::partial>() + align_of::<c::partial>());
    assert_eq!(offset_of!(c::with_partial, after), size_of::<c::partial>());
    let mut outer = c::with_partial::zeroed();
    outer.p.shown = 3;
    assert_eq!(outer.p.shown, 3);
}

#[test]
fn unions_are_unions() {
    let number = c::number { d: 1.5 };
    // SAFETY: all bit patterns are values of the members.
    unsafe {
        assert_eq!(c::number_read(&number), 1.5);
        assert_eq!(f64::from_ne_bytes(number.bytes), 1.5);
    }
}

#[test]
fn nested_records_have_their_own_types() {
    let mut nested = c::nested {
        kind: 1,
        position: Default::default(),
        // SAFETY: all zeroes are a value of a union of numbers.
        value: unsafe { core::mem::zeroed() },
        inner: c::inner { deep: 4 },
    };
    nested.position.x = 10;
    nested.position.y = 20;
    nested.value.i = 100;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::nested_sum(&nested) }, 135);
}

#[test]
fn a_partial_record_reaches_into_anonymous_members() {
    assert_eq!(size_of::<c::anonymous>(), 12);
    let mut anonymous = c::anonymous::zeroed();
    anonymous.kind = 1;
    anonymous.low = 20;
    anonymous.high = 300;
    anonymous.tail = 4;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::anonymous_sum(&anonymous) }, 325);
}

#[test]
fn an_aligned_record_is_measured() {
    assert_eq!((size_of::<c::aligned>(), align_of::<c::aligned>()), (32, 32));
    let mut aligned = c::aligned::zeroed();
    aligned.i = 5;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::aligned_read(&aligned) }, 5);
}

#[test]
fn qualifiers_do_not_hide_fields() {
    let mut target = 1;
    let table: [*const c_char; 1] = [c"a".as_ptr()];
    let qualified = c::qualified { c: 1, v: 2, p: &raw mut target, table: table.as_ptr() };
    assert_eq!((qualified.c, qualified.v), (1, 2));
}

#[test]
fn fields_hold_functions() {
    unsafe extern "C" fn double(i: c_int) -> c_int {
        i * 2
    }
    unsafe extern "C" fn own(o: *mut c::operations) -> c_int {
        // SAFETY: C passes the record on.
        c_int::from(unsafe { (*o).apply.is_some() })
    }
    let mut operations = c::operations { apply: Some(double), self_: Some(own) };
    // SAFETY: both functions are there.
    assert_eq!(unsafe { c::operations_run(&mut operations, 4) }, 9);
}

mod hiding {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct hiding { int kind; union { struct { char a; long b; }; double d; }; int tail; };
        "#)]
        struct hiding { int kind; union { struct { long b; ...; }; double d; }; int tail; };
    }
}

#[test]
fn what_an_anonymous_member_hides_is_hidden_around_it() {
    let mut value = hiding::hiding::zeroed();
    value.tail = 3;
    let at = |field: *const u8| field.addr() - (&raw const value).addr();
    assert_eq!(at((&raw const value.tail).cast()), 24);
    assert_eq!(size_of_val(&value), 32);
    assert_eq!(at(value.b().cast()), 16);
}
