//! Typedefs with an alignment or a mode of their own, packed enums, and attributes in C23's brackets.

use core::ffi::c_int;
use core::mem::{align_of, offset_of, size_of};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef int wide __attribute__((aligned(16)));
            typedef long long near __attribute__((aligned(2)));
            typedef wide wider;
            typedef near nears[3];
            struct s { char c; wide w; };
            struct n { char c; near n; nears all; };
            union u { wide w; char c; };
            struct pair { int a, b; };
            typedef struct pair far __attribute__((aligned(32)));
            struct holder { char c; far f; };
            typedef struct { long a, b; } both __attribute__((aligned(16))), half __attribute__((aligned(4))), plain, *ptr;
            struct all { char c; both b; half h; plain p; };
            static inline int take_s(struct s v) { return v.c + v.w; }
            static inline struct n give_n(near n) { struct n v = { 1, n, { 2, 3, n } }; return v; }
            static inline int take_wide(wide w, wide *p) { return w + *p; }
            static inline int sum(const struct holder *h) { return h->c + h->f.a + h->f.b; }
            static wide global;
            static inline int get_global(void) { return global; }
        "#)]
        typedef int wide __attribute__((aligned(16)));
        typedef long long __attribute__((aligned(sizeof(short)))) near;
        typedef wide wider;
        typedef near nears[3];
        struct s { char c; wider w; };
        struct n { char c; near n; nears all; };
        union u { wide w; char c; };
        struct pair { int a, b; };
        typedef struct pair far [[gnu::aligned(32)]];
        struct holder { char c; far f; };
        typedef struct { long a, b; } both __attribute__((aligned(16))), half __attribute__((aligned(4))), plain, *ptr;
        struct all { char c; both b; half h; plain p; };
        int take_s(struct s v);
        struct n give_n(near n);
        int take_wide(wide w, wide *p);
        int sum(const struct holder *h);
        extern wide global;
        int get_global(void);
    }
}

/// The block leaves open what the header aligns.
mod open {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef int wide __attribute__((aligned(16)));
            typedef short low __attribute__((aligned(1)));
            struct s { char c; wide w; };
            struct t { char c; low l; };
        "#)]
        typedef int... wide __attribute__((aligned(16)));
        struct s { char c; wide w; };
        struct t { char c; low l; };
    }
}

/// Attributes that make other types of numbers and enums.
mod sized {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef int word __attribute__((mode(DI)));
            typedef unsigned int byte __attribute__((__mode__(__QI__)));
            enum __attribute__((packed)) small { LOW, HIGH = 255 };
            enum middle { NEGATIVE = -1, LARGE = 255 } __attribute__((__packed__));
            struct all { byte b; enum small s; enum middle m; word w; };
            static inline word twice(word w, byte b) { return w + w + b; }
            static inline enum small next(enum small s) { return s + 1; }
        "#)]
        typedef int word __attribute__((mode(DI)));
        typedef unsigned int byte __attribute__((__mode__(__QI__)));
        enum __attribute__((packed)) small { LOW, HIGH = 255 };
        enum middle { NEGATIVE = -1, LARGE = 255 } __attribute__((__packed__));
        struct all { byte b; enum small s; enum middle m; word w; };
        word twice(word w, byte b);
        enum small next(enum small s);
    }
}

/// Rust lays these out by the block's own words.
mod declared {
    cffi_rt::cdef! {
        enum __attribute__((packed)) small { LOW, HIGH = 255 };
        enum middle { NEGATIVE = -1, LARGE = 255 } __attribute__((packed));
        struct [[gnu::packed]] packed { char c; int i; };
        struct late { int i; } [[gnu::aligned(32)]];
    }
}

#[test]
fn fields_stand_where_their_typedef_aligns_them() {
    assert_eq!((size_of::<c::s>(), align_of::<c::s>(), offset_of!(c::s, w)), (32, 16, 16));
    assert_eq!((size_of::<c::n>(), align_of::<c::n>(), offset_of!(c::n, n), offset_of!(c::n, all)), (34, 2, 2, 10));
    assert_eq!((size_of::<c::u>(), align_of::<c::u>()), (16, 16));
    assert_eq!((offset_of!(c::holder, f), align_of::<c::holder>()), (32, 32));
    assert_eq!((offset_of!(c::all, b), offset_of!(c::all, h), offset_of!(c::all, p)), (16, 32, 48));
    assert_eq!((align_of::<c::plain>(), size_of::<c::all>()), (align_of::<core::ffi::c_long>(), 64));
    assert_eq!((offset_of!(open::s, w), align_of::<open::s>()), (16, 16));
    assert_eq!((offset_of!(open::t, l), align_of::<open::t>()), (1, 1));
}

#[test]
fn values_reach_c_and_come_back() {
    let mut s = c::s::zeroed();
    (s.c, s.w) = (1, 41);
    // SAFETY: the functions read what they are given.
    let taken = unsafe { c::take_s(s) };
    assert_eq!(taken, 42);
    // SAFETY: it takes a number.
    let n = unsafe { c::give_n(-5) };
    let (one, three) = (n.n, n.all);
    assert_eq!((n.c, one, three), (1, -5, [2, 3, -5]));
    #[repr(align(16))]
    struct Wide(c_int);
    let mut wide = Wide(30);
    // SAFETY: the pointer is aligned as C wants it, and read.
    assert_eq!(unsafe { c::take_wide(12, &raw mut wide.0) }, 42);
    let mut h = c::holder::zeroed();
    (h.c, h.f) = (1, c::pair { a: 2, b: 3 });
    // SAFETY: it reads the record.
    assert_eq!(unsafe { c::sum(&h) }, 6);
    assert!(c::global().addr().is_multiple_of(16));
    // SAFETY: nothing else uses the variable.
    unsafe { c::global().write(7) };
    // SAFETY: it reads the variable.
    assert_eq!(unsafe { c::get_global() }, 7);
}

#[test]
fn attributes_in_brackets_lay_out_declared_records() {
    assert_eq!((size_of::<declared::packed>(), align_of::<declared::packed>()), (5, 1));
    assert_eq!((size_of::<declared::small>(), size_of::<declared::middle>()), (1, 2));
    assert_eq!(declared::HIGH.0, 255_u8);
    assert_eq!(declared::NEGATIVE.0, -1_i16);
    assert_eq!((size_of::<declared::late>(), align_of::<declared::late>()), (32, 32));
}

#[test]
fn attributes_make_other_types_of_numbers() {
    assert_eq!((size_of::<sized::all>(), offset_of!(sized::all, w)), (16, 8));
    assert_eq!((sized::HIGH.0, sized::LARGE.0), (255_u8, 255_i16));
    // SAFETY: the functions take numbers.
    let (twice, next) = unsafe { (sized::twice(1 << 40, 255_u8), sized::next(sized::LOW)) };
    assert_eq!((twice, next.0), ((1_i64 << 41) + 255, 1));
}
