//! 2,000 random signatures, called from Rust into C and from C into Rust, with every value compared on the other side.
//!
//! Both sides make the same values from the same seeds, and mix what they get into one number.

use std::fmt::Write;

use crate::numbers::Numbers;
use crate::package::Package;

const COUNT: usize = 2_000;
/// So many of them, the first, hold only what pointers to functions may pass.
const POINTED: usize = 1_000;

/// A type in C and in Rust.
struct Type {
    c: String,
    rust: String,
    /// How C makes a value, from a `uint64_t *seed`, and mixes a value `x` into a `uint64_t *h`.
    kind: Kind,
}

enum Kind {
    Number,
    /// Parts: a field's name, the type's index, the length of an array.
    Record(Vec<(String, usize, Option<usize>)>),
    Union,
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

const THROUGH_STUBS: &[(&str, &str)] = &[
    ("long double", "cffi_rt::LongDouble"),
    ("float _Complex", "cffi_rt::Complex<f32>"),
    ("double _Complex", "cffi_rt::Complex<f64>"),
    ("__int128", "i128"),
    ("unsigned __int128", "u128"),
];

struct Types {
    all: Vec<Type>,
    /// So many from the first pass without a stub.
    direct: usize,
}

fn types(numbers: &mut Numbers) -> Types {
    let number = |(c, rust): &(&str, &str)| Type { c: (*c).to_owned(), rust: (*rust).to_owned(), kind: Kind::Number };
    let mut all: Vec<Type> = DIRECT.iter().map(number).collect();
    for _ in 0..60 {
        record(numbers, &mut all);
    }
    let direct = all.len();
    all.extend(THROUGH_STUBS.iter().map(number));
    for _ in 0..20 {
        let tag = format!("u{}", all.len());
        all.push(Type { c: format!("union {tag}"), rust: format!("c::{tag}"), kind: Kind::Union });
    }
    for _ in 0..40 {
        record(numbers, &mut all);
    }
    Types { all, direct }
}

/// A struct of the types before it, mostly small ones, which go in registers.
fn record(numbers: &mut Numbers, all: &mut Vec<Type>) {
    let parts = (0..1 + numbers.below(4))
        .map(|index| {
            let length = (numbers.below(6) == 0).then(|| 1 + numbers.below(3));
            (format!("f{index}"), numbers.below(all.len()), length)
        })
        .collect();
    let tag = format!("s{}", all.len());
    all.push(Type { c: format!("struct {tag}"), rust: format!("c::{tag}"), kind: Kind::Record(parts) });
}

impl Types {
    fn declarations(&self) -> String {
        let mut text = String::new();
        for (index, ty) in self.all.iter().enumerate() {
            let c = &ty.c;
            let parts = match &ty.kind {
                Kind::Number => continue,
                Kind::Union => union_parts(index).to_owned(),
                Kind::Record(parts) => parts
                    .iter()
                    .map(|(name, part, length)| {
                        let length = length.map_or(String::new(), |length| format!("[{length}]"));
                        format!("{} {name}{length}; ", self.all[*part].c)
                    })
                    .collect(),
            };
            line(&mut text, format!("{c} {{ {parts}}};"));
        }
        text
    }

    /// Functions `make_N` and `mix_N` for each type.
    fn c_tools(&self) -> String {
        let mut text = C_NUMBERS.to_owned();
        for (index, ty) in self.all.iter().enumerate() {
            let c = &ty.c;
            let (make, mix) = match &ty.kind {
                Kind::Number if c.contains("__int128") => (
                    "v = ((unsigned __int128)next(s) << 64) | next(s);",
                    "mix(h, (uint64_t)(v >> 64)); mix(h, (uint64_t)v);",
                ),
                Kind::Number if c == "_Bool" => ("v = next(s) & 1;", "mix(h, v);"),
                Kind::Number if c.contains("_Complex") => (
                    "__real__ v = (int32_t)next(s) >> 8; __imag__ v = (int32_t)next(s) >> 8;",
                    "mix_double(h, __real__ v); mix_double(h, __imag__ v);",
                ),
                Kind::Number if matches!(c.as_str(), "float" | "double" | "long double") => {
                    ("v = (int32_t)next(s) >> 8;", "mix_double(h, (double)v);")
                }
                Kind::Number => ("v = next(s);", "mix(h, (uint64_t)v);"),
                Kind::Union => (
                    "for (unsigned i = 0; i < sizeof v.bytes; i++) v.bytes[i] = next(s);",
                    "for (unsigned i = 0; i < sizeof v.bytes; i++) mix(h, v.bytes[i]);",
                ),
                Kind::Record(parts) => {
                    let (make, mix) = parts.iter().fold(Default::default(), |(make, mix): (String, String), part| {
                        let (name, part, length) = part;
                        let (each, at) = match length {
                            Some(length) => (format!("for (int i = 0; i < {length}; i++) "), "[i]"),
                            None => (String::new(), ""),
                        };
                        let make = make + &format!("{each}v.{name}{at} = make_{part}(s); ");
                        (make, mix + &format!("{each}mix_{part}(h, v.{name}{at}); "))
                    });
                    line(&mut text, format!("static {c} make_{index}(uint64_t *s) {{ {c} v; {make}return v; }}"));
                    line(&mut text, format!("static void mix_{index}(uint64_t *h, {c} v) {{ {mix}}}"));
                    continue;
                }
            };
            line(&mut text, format!("static {c} make_{index}(uint64_t *s) {{ {c} v; {make} return v; }}"));
            line(&mut text, format!("static void mix_{index}(uint64_t *h, {c} v) {{ {mix} }}"));
        }
        text
    }

    /// `impl Value` for each type that the numbers don't cover.
    fn rust_tools(&self) -> String {
        let mut text = RUST_NUMBERS.to_owned();
        for ty in &self.all {
            let rust = &ty.rust;
            match &ty.kind {
                Kind::Number => {}
                Kind::Union => line(
                    &mut text,
                    format!(
                        "impl Value for {rust} {{\n\
                         fn make(s: &mut u64) -> Self {{ let mut v = Self::default(); for byte in unsafe {{ &mut v.bytes }} {{ *byte = next(s) as u8; }} v }}\n\
                         fn mix(self, h: &mut u64) {{ for byte in unsafe {{ self.bytes }} {{ mix(h, byte.into()); }} }}\n}}"
                    ),
                ),
                Kind::Record(parts) => {
                    let names: String = parts.iter().map(|(name, ..)| format!("{name}: Value::make(s), ")).collect();
                    let mixes: String = parts.iter().map(|(name, ..)| format!("self.{name}.mix(h); ")).collect();
                    line(
                        &mut text,
                        format!(
                            "impl Value for {rust} {{\nfn make(s: &mut u64) -> Self {{ Self {{ {names}}} }}\n\
                             fn mix(self, h: &mut u64) {{ {mixes}}}\n}}"
                        ),
                    );
                }
            }
        }
        text
    }
}

/// Every byte of a union is compared; the other members decide on its registers.
fn union_parts(index: usize) -> &'static str {
    const PARTS: &[&str] = &[
        "unsigned char bytes[4]; int i; float f; ",
        "unsigned char bytes[8]; double d; float f[2]; ",
        "unsigned char bytes[8]; double d; long l; ",
        "unsigned char bytes[16]; struct { double a; float b, c; } s; ",
        "unsigned char bytes[12]; struct { float a; int b; float c; } s; ",
        "unsigned char bytes[24]; long l[3]; ",
        "unsigned char bytes[16]; long double l; ",
    ];
    PARTS[index % PARTS.len()]
}

const C_NUMBERS: &str = "
static uint64_t next(uint64_t *s) { return *s = *s * 6364136223846793005u + 1442695040888963407u, *s >> 17 ^ *s << 11; }
static void mix(uint64_t *h, uint64_t v) { *h = (*h ^ v) * 1099511628211u; *h ^= *h >> 29; }
static void mix_double(uint64_t *h, double v) { uint64_t bits; memcpy(&bits, &v, 8); mix(h, bits); }
";

const RUST_NUMBERS: &str = "
fn next(s: &mut u64) -> u64 {
    *s = s.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    *s >> 17 ^ *s << 11
}
fn mix(h: &mut u64, v: u64) {
    *h = (*h ^ v).wrapping_mul(1099511628211);
    *h ^= *h >> 29;
}
trait Value: Copy {
    fn make(s: &mut u64) -> Self;
    fn mix(self, h: &mut u64);
}
macro_rules! integers {
    ($($ty:ty)*) => {$(impl Value for $ty {
        fn make(s: &mut u64) -> Self { next(s) as $ty }
        fn mix(self, h: &mut u64) { mix(h, self as u64) }
    })*};
}
integers!(i8 u8 i16 u16 i32 u32 i64 u64);
macro_rules! floats {
    ($($ty:ty)*) => {$(impl Value for $ty {
        fn make(s: &mut u64) -> Self { f64::from(next(s) as i32 >> 8) as $ty }
        fn mix(self, h: &mut u64) { mix(h, f64::from(self).to_bits()) }
    })*};
}
floats!(f32 f64);
macro_rules! wide {
    ($($ty:ty)*) => {$(impl Value for $ty {
        fn make(s: &mut u64) -> Self { ((next(s) as u128) << 64 | next(s) as u128) as $ty }
        fn mix(self, h: &mut u64) { mix(h, (self >> 64) as u64); mix(h, self as u64) }
    })*};
}
wide!(i128 u128);
impl Value for bool {
    fn make(s: &mut u64) -> Self { next(s) & 1 == 1 }
    fn mix(self, h: &mut u64) { mix(h, self.into()) }
}
impl Value for cffi_rt::LongDouble {
    fn make(s: &mut u64) -> Self { Self::from_f64(Value::make(s)) }
    fn mix(self, h: &mut u64) { self.to_f64().mix(h) }
}
impl<T: Value> Value for cffi_rt::Complex<T> {
    fn make(s: &mut u64) -> Self { Self { re: T::make(s), im: T::make(s) } }
    fn mix(self, h: &mut u64) { self.re.mix(h); self.im.mix(h) }
}
impl<T: Value, const N: usize> Value for [T; N] {
    fn make(s: &mut u64) -> Self { std::array::from_fn(|_| T::make(s)) }
    fn mix(self, h: &mut u64) { for part in self { part.mix(h) } }
}
fn seed(index: u64) -> u64 { index * 0x9e37_79b9 + 1 }
static SEEN: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
";

/// Into C: `f<N>` takes the values of the seed N and returns that of N + 1. Back: `call_<N>` gives a function the same.
struct Signature {
    result: usize,
    parameters: Vec<usize>,
}

fn signatures(numbers: &mut Numbers, types: &Types) -> Vec<Signature> {
    (0..COUNT)
        .map(|index| {
            let bound = if index < POINTED { types.direct } else { types.all.len() };
            Signature {
                result: numbers.below(bound),
                parameters: (0..numbers.below(11)).map(|_| numbers.below(bound)).collect(),
            }
        })
        .collect()
}

impl Signature {
    fn c_parameters(&self, types: &Types) -> String {
        let parameters: Vec<_> =
            self.parameters.iter().enumerate().map(|(at, ty)| format!("{} a{at}", types.all[*ty].c)).collect();
        if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") }
    }

    fn prototypes(&self, types: &Types, index: usize) -> String {
        let (result, parameters) = (&types.all[self.result].c, self.c_parameters(types));
        let call = match index < POINTED {
            true => format!("\nunsigned long long call_{index}({result} (*f)({parameters}));"),
            false => String::new(),
        };
        format!("{result} f{index}({parameters});{call}")
    }

    fn c_definitions(&self, types: &Types, index: usize) -> String {
        let (result, parameters) = (&types.all[self.result].c, self.c_parameters(types));
        let mixes: String =
            self.parameters.iter().enumerate().map(|(at, ty)| format!("mix_{ty}(&h, a{at}); ")).collect();
        let mut text = format!(
            "{result} f{index}({parameters}) {{ uint64_t h = 0, s = seed({index} + 1); {mixes}seen = h; return make_{}(&s); }}\n",
            self.result
        );
        if index < POINTED {
            let makes: String = self
                .parameters
                .iter()
                .enumerate()
                .map(|(at, ty)| format!("{} a{at} = make_{ty}(&s); ", types.all[*ty].c))
                .collect();
            let arguments: Vec<_> = (0..self.parameters.len()).map(|at| format!("a{at}")).collect();
            let arguments = arguments.join(", ");
            line(
                &mut text,
                format!(
                    "unsigned long long call_{index}({result} (*f)({parameters})) {{ uint64_t h = 0, s = seed({index}); (void)s; \
                     {makes}mix_{}(&h, f({arguments})); return h; }}",
                    self.result
                ),
            );
        }
        text
    }

    fn rust_check(&self, types: &Types, index: usize) -> String {
        let makes: String = self
            .parameters
            .iter()
            .enumerate()
            .map(|(at, ty)| format!("let a{at} = <{} as Value>::make(s);\na{at}.mix(sent);\n", types.all[*ty].rust))
            .collect();
        let arguments: Vec<_> = (0..self.parameters.len()).map(|at| format!("a{at}")).collect();
        let arguments = arguments.join(", ");
        let result = &types.all[self.result].rust;
        let back = match index < POINTED {
            true => {
                let parameters: Vec<_> = self
                    .parameters
                    .iter()
                    .enumerate()
                    .map(|(at, ty)| format!("a{at}: {}", types.all[*ty].rust))
                    .collect();
                let mixes: String = (0..self.parameters.len()).map(|at| format!("a{at}.mix(h);\n")).collect();
                format!(
                    "unsafe extern \"C\" fn back({}) -> {result} {{\nlet h = &mut 0;\n{mixes}\
                     SEEN.store(*h, std::sync::atomic::Ordering::SeqCst);\nValue::make(&mut seed({index} + 1))\n}}\n\
                     let returned = unsafe {{ c::call_{index}(Some(back)) }};\n\
                     check({index}, \"from C\", *sent, SEEN.load(std::sync::atomic::Ordering::SeqCst), *expected, returned);\n",
                    parameters.join(", ")
                )
            }
            false => String::new(),
        };
        format!(
            "fn t{index}() {{\nlet (s, sent, expected, got) = (&mut seed({index}), &mut 0, &mut 0, &mut 0);\nlet _ = &s;\n{makes}\
             <{result} as Value>::make(&mut seed({index} + 1)).mix(expected);\n\
             unsafe {{ c::f{index}({arguments}) }}.mix(got);\n\
             check({index}, \"from Rust\", *sent, unsafe {{ c::seen().read() }}, *expected, *got);\n{back}}}\n"
        )
    }
}

fn line(text: &mut String, more: impl AsRef<str>) {
    writeln!(text, "{}", more.as_ref()).expect("a string grows");
}

fn every_value_arrives(name: &'static str, compiler: &str) {
    let numbers = &mut Numbers(0xab1e);
    let types = types(numbers);
    let signatures = signatures(numbers, &types);
    let mut package = Package::new(name);
    package.set("CC", compiler);
    let mut header = types.declarations();
    line(&mut header, "extern unsigned long long seen;");
    let mut source = format!(
        "#include <stdint.h>\n#include <string.h>\n#include \"src/values.h\"\nunsigned long long seen;\n\
         static uint64_t seed(uint64_t index) {{ return index * 0x9e3779b9u + 1; }}\n{}",
        types.c_tools()
    );
    let mut checks = String::new();
    let mut calls = String::new();
    for (index, signature) in signatures.iter().enumerate() {
        line(&mut header, signature.prototypes(&types, index));
        source.push_str(&signature.c_definitions(&types, index));
        checks.push_str(&signature.rust_check(&types, index));
        line(&mut calls, format!("t{index}();"));
    }
    package.file("src/values.h", &header).file("values.c", &source);
    package.file(
        "src/main.rs",
        format!(
            "#![allow(unused_mut, clippy::all)]\n\
             mod c {{\ncffi_rt::cdef! {{\n#![source(\"values.c\")]\n#include \"values.h\"\n{header}}}\n}}\n{}{checks}\
             fn check(index: u32, direction: &str, sent: u64, seen: u64, expected: u64, got: u64) {{\n\
             assert_eq!(sent, seen, \"arguments of {{index}} {{direction}}\");\n\
             assert_eq!(expected, got, \"result of {{index}} {{direction}}\");\n}}\n\
             fn main() {{\n{calls}println!(\"all arrived\");\n}}\n",
            types.rust_tools()
        ),
    );
    assert_eq!(package.run(), "all arrived");
}

#[test]
fn every_value_arrives_with_gcc() {
    every_value_arrives("values-gcc", "gcc");
}

#[test]
fn every_value_arrives_with_clang() {
    every_value_arrives("values-clang", "clang");
}
