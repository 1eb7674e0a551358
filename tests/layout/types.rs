//! Types of all the kinds that are passed by value, and the C that makes and compares their values.
//!
//! Only C makes values, and only through pointers, so no calling convention has a part in what is expected.
//! What an object's padding holds is indeterminate (C11 6.2.6.1p6), so every bit is compared but those.

use std::fmt::Write;

use crate::numbers::Numbers;

/// Why a value goes through a stub, or that it need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Number,
    Record,
    LongDouble,
    Complex,
    Wide,
    Union,
    Partial,
    Packed,
    Aligned,
    Bitfields,
    /// A record of anything, those above among it.
    Nested,
}

/// A type in C and in Rust.
pub(crate) struct Type {
    pub(crate) c: String,
    pub(crate) rust: String,
    pub(crate) class: Class,
    /// It can't be passed without a stub.
    pub(crate) delicate: bool,
    parts: Vec<Part>,
}

enum Part {
    /// A field of another type, by its index, perhaps an array.
    Field {
        name: String,
        ty: usize,
        length: Option<usize>,
    },
    Bits {
        name: String,
        ty: &'static str,
        width: usize,
    },
    /// What is declared and never written: an unnamed bitfield.
    Unnamed(&'static str),
    /// The members of a union besides its `bytes`, which decide on its registers.
    Union(&'static str),
}

const DIRECT: &[(&str, &str)] = &[
    ("_Bool", "bool"),
    ("char", "core::ffi::c_char"),
    ("signed char", "i8"),
    ("unsigned char", "u8"),
    ("short", "i16"),
    ("unsigned short", "u16"),
    ("int", "i32"),
    ("unsigned", "u32"),
    ("long", "core::ffi::c_long"),
    ("unsigned long long", "u64"),
    ("float", "f32"),
    ("double", "f64"),
];

/// Where `CHAR` and the numbers wider than it stand in the list.
const CHAR: usize = 1;
const WIDER: usize = 4;

const THROUGH_STUBS: &[(&str, &str, Class)] = &[
    ("long double", "cffi_rt::LongDouble", Class::LongDouble),
    ("float _Complex", "cffi_rt::Complex<f32>", Class::Complex),
    ("double _Complex", "cffi_rt::Complex<f64>", Class::Complex),
    ("__int128", "i128", Class::Wide),
    ("unsigned __int128", "u128", Class::Wide),
];

const UNIONS: &[(usize, &str)] = &[
    (4, "int i; float f; "),
    (8, "double d; float f[2]; "),
    (8, "double d; long l; "),
    (16, "struct { double a; float b, c; } s; "),
    (12, "struct { float a; int b; float c; } s; "),
    (24, "long l[3]; "),
    (16, "long double l; "),
    (8, "unsigned a : 5; unsigned long long b : 40; "),
];

const BITS: &[(&str, usize)] = &[
    ("_Bool", 1),
    ("unsigned char", 8),
    ("short", 16),
    ("int", 32),
    ("unsigned", 32),
    ("long long", 64),
    ("unsigned long long", 64),
];

/// The types, those that pass without a stub first.
pub(crate) fn types(numbers: &mut Numbers) -> Vec<Type> {
    let mut all: Vec<Type> = DIRECT.iter().map(|(c, rust)| number(c, rust, Class::Number)).collect();
    for _ in 0..60 {
        record(numbers, &mut all, Class::Record);
    }
    let direct = all.len();
    all.extend(THROUGH_STUBS.iter().map(|(c, rust, class)| number(c, rust, *class)));
    for members in UNIONS.iter().chain(UNIONS) {
        let tag = format!("u{}", all.len());
        let part = Part::Field { name: "bytes".to_owned(), ty: CHAR, length: Some(members.0) };
        push(&mut all, "union", tag, Class::Union, vec![part, Part::Union(members.1)]);
    }
    for class in [Class::Partial, Class::Packed, Class::Aligned, Class::Bitfields] {
        for _ in 0..20 {
            record_of(numbers, &mut all, direct, class);
        }
    }
    for _ in 0..40 {
        record(numbers, &mut all, Class::Nested);
    }
    all
}

/// How many of them pass without a stub.
pub(crate) fn direct(types: &[Type]) -> usize {
    types.iter().take_while(|ty| matches!(ty.class, Class::Number | Class::Record)).count()
}

fn number(c: &str, rust: &str, class: Class) -> Type {
    Type { c: c.to_owned(), rust: rust.to_owned(), class, delicate: class != Class::Number, parts: Vec::new() }
}

fn record(numbers: &mut Numbers, all: &mut Vec<Type>, class: Class) {
    let below = all.len();
    record_of(numbers, all, below, class);
}

/// A struct of the first types.
fn record_of(numbers: &mut Numbers, all: &mut Vec<Type>, below: usize, class: Class) {
    let mut parts: Vec<Part> = (0..1 + numbers.below(4))
        .map(|index| {
            let name = format!("f{index}");
            match class {
                Class::Bitfields if numbers.below(8) == 0 => Part::Unnamed("int : 0; "),
                Class::Bitfields if index == 0 || numbers.below(4) > 0 => {
                    let (ty, bits) = BITS[numbers.below(BITS.len())];
                    Part::Bits { name, ty, width: 1 + numbers.below(bits) }
                }
                Class::Nested if index == 0 => Part::Field { name, ty: numbers.below(below), length: None },
                _ => field(numbers, name, below),
            }
        })
        .collect();
    match class {
        Class::Bitfields => parts.push(Part::Bits { name: "last".to_owned(), ty: "unsigned", width: 7 }),
        // The word must move a field, or it changes nothing.
        Class::Packed => {
            let wide = WIDER + numbers.below(DIRECT.len() - WIDER);
            parts.push(Part::Field { name: "odd".to_owned(), ty: CHAR, length: None });
            parts.push(Part::Field { name: "moved".to_owned(), ty: wide, length: None });
            parts.push(Part::Field { name: "last".to_owned(), ty: CHAR, length: None });
        }
        _ => {}
    }
    let tag = format!("s{}", all.len());
    push(all, "struct", tag, class, parts);
}

fn field(numbers: &mut Numbers, name: String, below: usize) -> Part {
    let length = (numbers.below(6) == 0).then(|| 1 + numbers.below(3));
    // Numbers mostly, for a record of more than two words goes to memory wherever its fields stand.
    let ty = if numbers.below(4) > 0 { numbers.below(DIRECT.len()) } else { numbers.below(below) };
    Part::Field { name, ty, length }
}

fn push(all: &mut Vec<Type>, keyword: &str, tag: String, class: Class, parts: Vec<Part>) {
    let of_delicate = parts.iter().any(|part| matches!(part, Part::Field { ty, .. } if all[*ty].delicate));
    let delicate = of_delicate || !matches!(class, Class::Record | Class::Nested);
    all.push(Type { c: format!("{keyword} {tag}"), rust: format!("c::{tag}"), class, delicate, parts });
}

fn spell(all: &[Type], part: &Part) -> String {
    match part {
        Part::Field { name, ty, length } => {
            let length = length.map_or(String::new(), |length| format!("[{length}]"));
            format!("{} {name}{length}; ", all[*ty].c)
        }
        Part::Bits { name, ty, width } => format!("{ty} {name} : {width}; "),
        Part::Unnamed(text) | Part::Union(text) => (*text).to_owned(),
    }
}

fn attribute(class: Class) -> &'static str {
    match class {
        Class::Packed => " __attribute__((packed))",
        Class::Aligned => " __attribute__((aligned(16)))",
        _ => "",
    }
}

/// The types as the header has them.
pub(crate) fn declarations(all: &[Type]) -> String {
    let mut text = String::new();
    for ty in all.iter().filter(|ty| !ty.parts.is_empty()) {
        let parts: String = ty.parts.iter().map(|part| spell(all, part)).collect();
        line(&mut text, format!("{} {{ {parts}}}{};", ty.c, attribute(ty.class)));
    }
    text
}

/// The types as the block has them: of partial records every other field, from last to first.
pub(crate) fn block_declarations(all: &[Type]) -> String {
    let mut text = String::new();
    for ty in all.iter().filter(|ty| !ty.parts.is_empty()) {
        let c = &ty.c;
        if ty.class == Class::Partial {
            let parts: String = ty.parts.iter().rev().step_by(2).map(|part| spell(all, part)).collect();
            line(&mut text, format!("{c} {{ {parts}...; }};"));
        } else {
            let parts: String = ty.parts.iter().map(|part| spell(all, part)).collect();
            line(&mut text, format!("{c} {{ {parts}}}{};", attribute(ty.class)));
        }
    }
    text
}

/// What the block declares of the functions below.
pub(crate) const TOOLS: &str = "
void fill(int type, unsigned long long seed, void *to);
_Bool same(int type, unsigned long long seed, const void *at);
";

/// `fill` makes the value of a seed, with junk in its padding; `same` compares all bits that belong to the value.
pub(crate) fn c_tools(all: &[Type]) -> String {
    let mut text = "
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <float.h>
static uint64_t next(uint64_t *s) { return *s = *s * 6364136223846793005u + 1442695040888963407u, *s >> 17 ^ *s << 11; }
static const uint64_t ones = -1;
/* Of an x87 number ten bytes are its value. */
enum { LONG_DOUBLE = LDBL_MANT_DIG == 64 ? 10 : sizeof(long double) };
"
    .to_owned();
    for (index, ty) in all.iter().enumerate() {
        let c = &ty.c;
        let (fill, cover) = if ty.parts.is_empty() { (number_fill(c), number_cover(c)) } else { parts_of(all, ty) };
        line(
            &mut text,
            format!(
                "static void fill_{index}(void *to, uint64_t *s) {{ {c} v; memset(&v, 0xa5, sizeof v); {fill}memcpy(to, &v, sizeof v); }}"
            ),
        );
        line(
            &mut text,
            format!(
                "static void cover_{index}(void *to) {{ {c} v; memset(&v, 0, sizeof v); {cover}memcpy(to, &v, sizeof v); }}"
            ),
        );
    }
    let rows: String =
        all.iter().enumerate().map(|(at, ty)| format!("{{ sizeof({}), fill_{at}, cover_{at} }},\n", ty.c)).collect();
    line(
        &mut text,
        format!(
            "static const struct {{ size_t size; void (*fill)(void *, uint64_t *); void (*cover)(void *); }} types[] = {{\n{rows}}};"
        ),
    );
    text + "
void fill(int type, unsigned long long seed, void *to) { uint64_t s = seed; types[type].fill(to, &s); }
_Bool same(int type, unsigned long long seed, const void *at) {
    size_t size = types[type].size;
    unsigned char expected[size], values[size];
    const unsigned char *bytes = at;
    fill(type, seed, expected);
    types[type].cover(values);
    for (size_t i = 0; i < size; i++)
        if ((bytes[i] ^ expected[i]) & values[i]) return 0;
    return 1;
}
"
}

fn number_fill(c: &str) -> String {
    match c {
        "_Bool" => "v = next(s) & 1; ".to_owned(),
        // Small whole numbers, which every format holds and no move changes.
        "float" | "double" | "long double" => "v = (int32_t)next(s) >> 8; ".to_owned(),
        "float _Complex" | "double _Complex" => {
            "__real__ v = (int32_t)next(s) >> 8; __imag__ v = (int32_t)next(s) >> 8; ".to_owned()
        }
        "__int128" | "unsigned __int128" => "v = (unsigned __int128)next(s) << 64 | next(s); ".to_owned(),
        _ => format!("v = ({c})next(s); "),
    }
}

fn number_cover(c: &str) -> String {
    let size = if c == "long double" { "LONG_DOUBLE" } else { "sizeof v" };
    format!("memset(&v, 0xff, {size}); ")
}

fn parts_of(all: &[Type], ty: &Type) -> (String, String) {
    let (mut fill, mut cover) = (String::new(), String::new());
    for part in &ty.parts {
        match part {
            Part::Field { name, ty: of, length } => {
                let place = format!("(char *)&v + offsetof({}, {name}) + i * sizeof({})", ty.c, all[*of].c);
                let each = format!("for (size_t i = 0; i < {}; i++)", length.unwrap_or(1));
                write!(fill, "{each} fill_{of}({place}, s); ").expect("a string grows");
                write!(cover, "{each} cover_{of}({place}); ").expect("a string grows");
            }
            Part::Bits { name, .. } => {
                write!(fill, "v.{name} = next(s); ").expect("a string grows");
                write!(cover, "v.{name} = ones; ").expect("a string grows");
            }
            Part::Unnamed(_) | Part::Union(_) => {}
        }
    }
    (fill, cover)
}

pub(crate) fn line(text: &mut String, more: impl AsRef<str>) {
    writeln!(text, "{}", more.as_ref()).expect("a string grows");
}
