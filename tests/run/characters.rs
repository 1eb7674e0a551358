//! `_Bool` and C's characters.

use core::ffi::{c_char, c_int};
use core::mem::MaybeUninit;

use cffi_rt::LongDouble;

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdbool.h>
            #include <uchar.h>
            #include <wchar.h>
            struct flags { char before; _Bool b; bool many[3]; };
            static bool of_int(int i) { return i; }
            static _Bool of_long_double(long double x) { return x; }
            static int of_bool(bool b) { return b ? 10 : 20; }
            static int sum(const struct flags *f) { return f->b + f->many[0] * 10 + f->many[2] * 100; }
            static void fill(struct flags *f, int i) { f->before = 'x'; f->b = i; f->many[0] = f->many[1] = f->many[2] = i; }
            static char16_t next16(char16_t c) { return c + 1; }
            static char32_t next32(char32_t c) { return c + 1; }
            static wchar_t next_wide(wchar_t c) { return c + 1; }
            static char next(char c) { return c + 1; }
            static char16_t text16[] = u"a\U0001f600";
            static const char32_t text32[] = U"a\U0001f600";
            static int length16(const char16_t *text) { int n = 0; while (text[n]) n++; return n; }
        "#)]
        struct flags { char before; _Bool b; bool many[3]; };
        bool of_int(int i);
        _Bool of_long_double(long double x);
        int of_bool(bool b);
        int sum(const struct flags *f);
        void fill(struct flags *f, int i);
        char16_t next16(char16_t c);
        char32_t next32(char32_t c);
        wchar_t next_wide(wchar_t c);
        char next(char c);
        static char16_t text16[...];
        static const char32_t text32[...];
        int length16(const char16_t *text);
    }
}

#[test]
fn whatever_is_not_zero_is_true() {
    // SAFETY: the functions only compute.
    unsafe {
        assert_eq!([0, 1, 2, -1, 256].map(|i| c::of_int(i)), [false, true, true, true, true]);
        let tiny = LongDouble::from_f64(f64::from_bits(1));
        assert!(c::of_long_double(tiny) && !c::of_long_double(LongDouble::from_f64(0.0)));
        assert_eq!((c::of_bool(true), c::of_bool(false)), (10, 20));
    }
}

#[test]
fn fields_hold_what_c_converted() {
    let mut flags = MaybeUninit::<c::flags>::uninit();
    // SAFETY: `fill` writes each field, as C converts a number to `_Bool`: 2 becomes 1.
    let mut flags = unsafe {
        c::fill(flags.as_mut_ptr(), 2);
        flags.assume_init()
    };
    assert_eq!((flags.before, flags.b, flags.many), (b'x' as c_char, true, [true; 3]));
    flags.many[0] = false;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::sum(&flags) }, 101);
}

#[test]
fn characters_are_the_code_units_of_c() {
    let _: unsafe extern "C" fn(u16) -> u16 = c::next16;
    let _: unsafe extern "C" fn(u32) -> u32 = c::next32;
    // SAFETY: the functions only compute.
    unsafe {
        assert_eq!(c::next16(0xd83d), 0xd83e);
        assert_eq!(char::from_u32(c::next32('😀' as u32)), Some('😁'));
        assert_eq!(c::next_wide('a' as c::wchar_t), 'b' as c::wchar_t);
        assert_eq!(c::next(b'a' as c_char), b'b' as c_char);
    }
}

#[test]
fn texts_of_wide_characters_have_the_units_of_rust() {
    // SAFETY: nothing writes to the arrays.
    unsafe {
        let units: [u16; 4] = *c::text16();
        assert_eq!(char::decode_utf16(units).filter_map(Result::ok).collect::<String>(), "a😀\0");
        assert_eq!((*c::text32()).map(char::from_u32), [Some('a'), Some('😀'), Some('\0')]);
        let text: Vec<u16> = "é😀\0".encode_utf16().collect();
        let length: c_int = c::length16(text.as_ptr());
        assert_eq!(length, 3);
    }
}
