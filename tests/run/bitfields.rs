//! Bitfields, read and written on both sides.

use core::ffi::{c_int, c_uchar, c_uint};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdbool.h>
            enum color { RED, GREEN, BLUE = 6 };
            enum level { LOW = -2, HIGH = 1 };
            typedef unsigned int word;
            struct bits {
                unsigned a : 3;
                int b : 5;
                unsigned : 2;
                bool c : 1;
                enum color d : 4;
                enum level e : 3;
                unsigned : 0;
                unsigned long long f : 40;
                long long g : 24;
                word h : 32;
                unsigned char i : 8;
                unsigned set_a : 1;
                int plain;
            };
            static inline int bits_sum(const struct bits *s) {
                return s->a + s->b + s->c + s->d + s->e + (int)(s->f >> 30) + (int)s->g + (int)s->h + s->i + s->plain;
            }
            static inline void bits_fill(struct bits *s) {
                s->a = 5; s->b = -7; s->c = 1; s->d = BLUE; s->e = LOW; s->f = 0xabcdef0123; s->g = -8388608;
                s->h = 0xfffffffe; s->i = 200; s->set_a = 1; s->plain = 11;
            }
            static inline struct bits bits_twice(struct bits s) { s.a *= 2; return s; }
            union pun { unsigned all; unsigned low : 12; struct { unsigned skip : 12, high : 20; }; };
            static inline unsigned pun_high(union pun p) { return p.high; }
            struct within { int kind; union { struct { unsigned x : 4, y : 4; }; unsigned char both; }; struct { int z : 9; }; };
            static inline int within_z(const struct within *s) { return s->z; }
            struct hides { int before; unsigned a : 9; unsigned hidden : 5; unsigned b : 18; int after; };
        "#)]
        enum color { RED, GREEN, BLUE = 6 };
        enum level { LOW = -2, HIGH = 1 };
        typedef unsigned int word;
        struct bits {
            /** Three bits. */
            unsigned a : 3;
            int b : 5;
            unsigned : 2;
            bool c : 1;
            enum color d : 4;
            enum level e : 3;
            unsigned : 0;
            unsigned long long f : 40;
            long long g : 24;
            word h : 32;
            unsigned char i : 8;
            unsigned set_a : 1;
            int plain;
        };
        int bits_sum(const struct bits *s);
        void bits_fill(struct bits *s);
        struct bits bits_twice(struct bits s);
        union pun { unsigned all; unsigned low : 12; struct { unsigned skip : 12, high : 20; }; };
        unsigned pun_high(union pun p);
        struct within { int kind; union { struct { unsigned x : 4, y : 4; }; unsigned char both; }; struct { int z : 9; }; };
        int within_z(const struct within *s);
        struct hides { unsigned b : 18; int before; unsigned a : 9; ...; };
    }
}

fn filled() -> c::bits {
    let mut bits = c::bits::zeroed();
    // SAFETY: the pointer is that of a live value.
    unsafe { c::bits_fill(&mut bits) };
    bits
}

#[test]
fn what_c_wrote_is_read() {
    let bits = filled();
    assert_eq!((bits.a(), bits.b(), bits.c()), (5, -7, true));
    assert_eq!((bits.d(), bits.e()), (c::BLUE, c::LOW));
    assert_eq!((bits.f(), bits.g(), bits.h()), (0xab_cdef_0123, -8_388_608, 0xffff_fffe));
    assert_eq!((bits.i(), bits.set_a(), bits.plain), (200, 1, 11));
    assert!(format!("{bits:?}").contains("b: -7"));
}

#[test]
fn what_rust_wrote_is_read_by_c() {
    let mut bits = c::bits::default();
    bits.set_a_(5);
    bits.set_b(-7);
    bits.set_c(true);
    bits.set_d(c::BLUE);
    bits.set_e(c::LOW);
    bits.set_f(1 << 30);
    bits.set_g(-3);
    bits.set_h(4);
    bits.set_i(200);
    bits.set_set_a(1);
    bits.plain = 10;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::bits_sum(&bits) }, 5 - 7 + 1 + 6 - 2 + 1 - 3 + 4 + 200 + 10);
    assert_eq!(bits.set_a(), 1);
}

#[test]
fn a_write_leaves_the_other_bits_alone() {
    let mut bits = filled();
    bits.set_b(15);
    bits.set_f(0);
    bits.set_c(false);
    assert_eq!((bits.a(), bits.b(), bits.c(), bits.d()), (5, 15, false, c::BLUE));
    assert_eq!((bits.e(), bits.f(), bits.g()), (c::LOW, 0, -8_388_608));
}

#[test]
fn accessors_are_constant() {
    const BITS: c::bits = {
        let mut bits = c::bits::zeroed();
        bits.set_b(-1);
        bits
    };
    const B: c_int = BITS.b();
    assert_eq!(B, -1);
}

#[test]
fn values_travel_through_stubs() {
    let mut bits = filled();
    bits.set_a_(3);
    // SAFETY: the functions have no rules.
    let twice = unsafe { c::bits_twice(bits) };
    assert_eq!((twice.a(), twice.b(), twice.plain), (6, -7, 11));
}

#[test]
fn a_value_that_does_not_fit_panics_in_debug_builds() {
    let set = |value: c_uint| {
        let mut bits = c::bits::zeroed();
        bits.set_a_(value);
        bits.a()
    };
    assert_eq!(set(7), 7);
    let message = std::panic::catch_unwind(|| set(8));
    if cfg!(debug_assertions) {
        let message = message.unwrap_err();
        assert_eq!(message.downcast_ref::<&str>(), Some(&"the value does not fit into the 3 bits of `a`"));
        assert!(std::panic::catch_unwind(|| c::bits::zeroed().set_b(16)).is_err());
        assert!(std::panic::catch_unwind(|| c::bits::zeroed().set_b(-17)).is_err());
    } else {
        assert_eq!(message.unwrap(), 0);
    }
}

#[test]
fn bitfields_of_unions_are_read_by_who_knows() {
    let mut pun = c::pun { all: 0xabcd_e123 };
    // SAFETY: all bytes were written.
    unsafe {
        assert_eq!((pun.low(), pun.skip(), pun.high()), (0x123, 0x123, 0xa_bcde));
        pun.set_high(1);
        assert_eq!((pun.all, c::pun_high(pun)), (0x1123, 1));
    }
}

#[test]
fn bitfields_of_anonymous_members_are_the_records_own() {
    let mut within = c::within::default();
    within.set_z(-256);
    // SAFETY: all bytes have values, and the pointer is that of a live value.
    unsafe {
        within.set_y(9);
        within.set_x(3);
        assert_eq!(*within.both() as c_uchar, 0x93);
        assert_eq!((within.x(), within.y(), within.z(), c::within_z(&within)), (3, 9, -256, -256));
    }
    assert_eq!(within.anon2.z(), -256);
}

#[test]
fn partial_records_list_some_bitfields() {
    assert_eq!(size_of::<c::hides>(), 12);
    let mut hides = c::hides::zeroed();
    hides.set_b(0x3_ffff);
    hides.set_a(0x155);
    assert_eq!((hides.a(), hides.b(), hides.before), (0x155, 0x3_ffff, 0));
}
