//! Records with layouts of their own: packed, aligned, overlapping, empty, and those that know each other.

use core::ffi::{c_char, c_int, c_short};
use core::mem::offset_of;

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct __attribute__((packed)) packed { char c; int i; double d; };
            static inline double packed_sum(const struct packed *p) { return p->c + p->i + p->d; }
            static inline struct packed packed_make(int i) { struct packed p = { 1, i, 0.5 }; return p; }
            #pragma pack(push, 2)
            struct two { char c; int i; short s; };
            #pragma pack(pop)
            static inline int two_sum(const struct two *t) { return t->c + t->i + t->s; }
            struct wide { char c; _Alignas(16) int i; };
            static inline int wide_sum(const struct wide *w) { return w->c + w->i; }
            struct both { char c; int i; } __attribute__((packed, aligned(4)));
            static inline int both_sum(const struct both *b) { return b->c + b->i; }
            struct one_field { char c; int i __attribute__((packed)); long l; };
            static inline long one_field_sum(const struct one_field *o) { return o->c + o->i + o->l; }
            struct overlapping { int kind; union { int i; struct { short low, high; }; }; int tail; };
            static inline int overlapping_read(const struct overlapping *o) { return o->i; }
            typedef struct { int x; short y; } point, *point_ptr;
            static inline int point_sum(point_ptr p) { return p->x + p->y; }
            typedef struct { int n; } *only_by_pointer;
            static inline int only_read(only_by_pointer p) { return p->n; }
            struct left { struct right *other; int n; };
            struct right { struct left *other; int n; };
            static inline int left_sum(const struct left *l) { return l->n + l->other->n; }
            struct empty {};
            struct holds_empty { int i; struct empty e; };
            static inline int holds_empty_read(const struct holds_empty *h) { return h->i; }
            struct partial { int hidden; short shown; int more; };
            struct outer { char c; struct partial p; struct partial table[2]; };
            static inline int outer_sum(const struct outer *o) { return o->c + o->p.shown + o->table[1].shown + o->p.more; }
            static inline struct partial partial_pass(struct partial p) { p.shown++; p.more = 7; return p; }
            union inside { long all; struct { int first; int second; }; };
            static inline int inside_second(const union inside *u) { return u->second; }
        "#)]
        struct __attribute__((packed)) packed { char c; int i; double d; };
        double packed_sum(const struct packed *p);
        struct packed packed_make(int i);
        #pragma pack(push, 2)
        struct two { char c; int i; short s; };
        #pragma pack(pop)
        int two_sum(const struct two *t);
        struct wide { char c; _Alignas(16) int i; };
        int wide_sum(const struct wide *w);
        struct both { char c; int i; } __attribute__((packed, aligned(4)));
        int both_sum(const struct both *b);
        struct one_field { char c; int i __attribute__((packed)); long l; };
        long one_field_sum(const struct one_field *o);
        struct overlapping { int i; short high; int tail; ...; };
        int overlapping_read(const struct overlapping *o);
        typedef struct { int x; short y; } point, *point_ptr;
        int point_sum(point_ptr p);
        typedef struct { int n; } *only_by_pointer;
        int only_read(only_by_pointer p);
        struct right { struct left *other; int n; };
        struct left { struct right *other; int n; };
        int left_sum(const struct left *l);
        struct empty {};
        struct holds_empty { int i; struct empty e; };
        int holds_empty_read(const struct holds_empty *h);
        struct partial { short shown; ...; };
        struct outer { char c; struct partial p; struct partial table[2]; };
        int outer_sum(const struct outer *o);
        struct partial partial_pass(struct partial p);
        union inside { long all; int second; ...; };
        int inside_second(const union inside *u);
    }
}

#[test]
fn packed_records_are_packed_in_rust() {
    assert_eq!((size_of::<c::packed>(), align_of::<c::packed>()), (13, 1));
    assert_eq!((offset_of!(c::packed, i), offset_of!(c::packed, d)), (1, 5));
    // SAFETY: the functions have no rules but live pointers.
    unsafe {
        let mut packed = c::packed_make(40);
        packed.d = 1.5;
        assert_eq!(c::packed_sum(&packed), 42.5);
        let two = c::two { c: 1, i: 20, s: 300 };
        assert_eq!((size_of::<c::two>(), offset_of!(c::two, i), c::two_sum(&two)), (8, 2, 321));
    }
}

#[test]
fn aligned_fields_stand_where_c_puts_them() {
    assert_eq!((size_of::<c::wide>(), align_of::<c::wide>(), offset_of!(c::wide, i)), (32, 16, 16));
    let mut wide = c::wide::zeroed();
    (wide.c, wide.i) = (1, 2);
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::wide_sum(&wide) }, 3);
}

#[test]
fn what_rust_can_not_pack_is_read_and_written_by_methods() {
    assert_eq!((size_of::<c::both>(), align_of::<c::both>()), (8, 4));
    let mut both = c::both::zeroed();
    both.c = 2;
    both.set_i(-5);
    let mut one = c::one_field::zeroed();
    one.c = 1;
    one.set_i(20);
    one.l = 300;
    // SAFETY: the pointers are those of live values.
    unsafe { assert_eq!((c::both_sum(&both), both.i(), c::one_field_sum(&one), one.i()), (-3, -5, 321, 20)) };
}

#[test]
fn fields_that_overlap_are_reached_by_address() {
    let mut overlapping = c::overlapping::zeroed();
    overlapping.tail = 9;
    let high: *mut c_short = overlapping.high_mut();
    // SAFETY: the pointers are those of fields of a live value.
    unsafe {
        *overlapping.i_mut() = 1;
        assert_eq!((high as usize) - (&raw const overlapping as usize), 6);
        *overlapping.high_mut() = 2;
        assert_eq!((c::overlapping_read(&overlapping), *overlapping.i()), (0x2_0001, 0x2_0001));
        let mut inside = c::inside { all: 0 };
        *inside.second_mut() = 5;
        assert_eq!((c::inside_second(&inside), inside.all), (5, 5 << 32));
    }
}

#[test]
fn records_are_named_by_typedefs_and_their_pointers() {
    let mut point = c::point { x: 1, y: 2 };
    let by_name: c::point_ptr = &raw mut point;
    // SAFETY: the pointers are those of live values.
    assert_eq!(unsafe { c::point_sum(by_name) }, 3);
    let mut number: c_int = 7;
    // SAFETY: the record is one `int`.
    assert_eq!(unsafe { c::only_read((&raw mut number).cast()) }, 7);
}

#[test]
fn records_know_each_other_in_any_order() {
    let mut right = c::right { other: core::ptr::null_mut(), n: 2 };
    let left = c::left { other: &raw mut right, n: 1 };
    // SAFETY: the pointers are those of live values.
    assert_eq!(unsafe { c::left_sum(&left) }, 3);
}

#[test]
fn empty_records_take_no_room() {
    assert_eq!((size_of::<c::empty>(), size_of::<c::holds_empty>()), (0, 4));
    let holds = c::holds_empty { i: 3, e: c::empty {} };
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::holds_empty_read(&holds) }, 3);
}

#[test]
fn partial_records_lie_in_others_and_travel_by_value() {
    let partial = c::partial::zeroed();
    let mut outer = c::outer { c: 1 as c_char, p: partial, table: [partial; 2] };
    outer.p.shown = 20;
    outer.table[1].shown = 300;
    // SAFETY: the functions have no rules but live pointers.
    unsafe {
        assert_eq!(c::outer_sum(&outer), 321);
        outer.p = c::partial_pass(outer.p);
        assert_eq!((outer.p.shown, c::outer_sum(&outer)), (21, 329));
    }
}

/// No `#pragma pack` says how these are packed.
mod packed_by_a_flag {
    cffi_rt::cdef! {
        #![flag("-fpack-struct=2")]
        #![preamble(r#"
            struct plain { char c; int i; struct { char d; double e; }; };
            static inline double plain_sum(const struct plain *p) { return p->c + p->i + p->d + p->e; }
            static inline struct plain plain_make(int i) { struct plain p = { 1, i, { 2, 0.5 } }; return p; }
            #pragma pack(push, 4)
            struct four { char c; double d; };
            #pragma pack(pop)
            struct bits { char c; int i : 3; long l; };
            struct __attribute__((aligned(16))) aligned { char c; int i; };
        "#)]
        struct plain { char c; int i; struct { char d; double e; }; };
        double plain_sum(const struct plain *p);
        struct plain plain_make(int i);
        #pragma pack(push, 4)
        struct four { char c; double d; };
        #pragma pack(pop)
        struct bits { char c; int i : 3; long l; };
        struct __attribute__((aligned(16))) aligned { char c; int i; };
    }
}

mod packed_wholly_by_a_flag {
    cffi_rt::cdef! {
        #![flag("-fpack-struct")]
        #![preamble("struct plain { char c; int i; }; struct aligned { char c; int i __attribute__((aligned(8))); };")]
        struct plain { char c; int i; };
        struct aligned { char c; ...; };
    }
}

#[test]
fn a_flag_packs_records() {
    assert_eq!((offset_of!(packed_wholly_by_a_flag::plain, i), size_of::<packed_wholly_by_a_flag::plain>()), (1, 5));
    use packed_by_a_flag::{aligned, four, plain, plain_make, plain_sum};
    assert_eq!((offset_of!(plain, i), size_of::<plain>(), align_of::<plain>()), (2, 16, 2));
    assert_eq!((size_of::<aligned>(), align_of::<aligned>()), (16, 16));
    assert_eq!((offset_of!(four, d), align_of::<four>()), (4, 4));
    // SAFETY: the functions take any number, and a live value.
    unsafe {
        let made = plain_make(7);
        assert_eq!((made.c, { made.i }), (1, 7));
        assert_eq!(plain_sum(&made), 10.5);
    }
}
