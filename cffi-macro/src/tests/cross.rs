//! What one block's probe answers under each compiler and object format; nothing of a target is ever run.

use std::fmt::Write;

use crate::check;
use crate::diag::Diagnostics;
use crate::facts::{self, Facts, TypeFact};
use crate::input;
use crate::lower::{self, DataModel, Mode};
use crate::model::{Cdef, Preamble};
use crate::parse;
use crate::probe::{self, Lessons};
use crate::tokens::tests::block;
use crate::toolchain::{Compiler, Disk, Flags, Folder, Purpose, Target, compile, compilers, flags};

const HOST: &str = "x86_64-unknown-linux-gnu";

/// No `#include`: not every target has headers here.
const BLOCK: &str = r##"
    #![preamble(r#"
        enum color { RED = -1, GREEN = 5 };
        enum big { BIG = 0xffffffffu };
        struct inner { char tag; short part[3]; };
        struct mixed { char a; double b; short c; long d; void *e; long long f; struct inner g; };
        union either { int number; double real; };
        typedef unsigned long word;
        typedef __WCHAR_TYPE__ wide;
        typedef float real;
        #define MASK 0xffffffffu
        #define LIMIT (~0UL)
        #define SMALLEST (-0x7fffffffffffffffll - 1)
        #define LETTER 'a'
        #define TEXT "a" "\0" "bc"
        #define RATIO 2.5
        #define SIZE sizeof(struct mixed)
        #define MACRO(x) ((x) + 1)
        static inline int twice(int x) { return 2 * x; }
        int external(int);
        int before(int) __asm__("after");
        extern const int counter;
        extern int table[7];
    "#)]

    enum color { RED, GREEN };
    enum big { BIG };
    struct inner { char tag; short part[...]; };
    struct mixed { struct inner g; double b; long d; void *e; long long f; ...; };
    union either { int number; double real; };
    typedef int... word;
    typedef int... wide;
    typedef float... real;
    #define MASK ...
    #define LIMIT ...
    #define SMALLEST ...
    #define LETTER ...
    #define TEXT ...
    #define RATIO ...
    #define SIZE ...
    int MACRO(int x);
    int twice(int x);
    int external(int x);
    int before(int x);
    extern const int counter;
    extern int table[...];
"##;

/// What differs between the targets.
struct Expected {
    long: u64,
    /// Offsets of `g`, `b`, `d`, `e`, `f`, then the size of `struct mixed`.
    mixed: [u64; 6],
    /// The type of `sizeof`.
    size: &'static str,
    wide: &'static str,
    wide_size: u64,
    before: &'static str,
}

const LP64: Expected = Expected {
    long: 8,
    mixed: [48, 8, 24, 32, 40, 56],
    size: "ULong",
    wide: "Int",
    wide_size: 4,
    before: "External(\"after\")",
};

const ARM64: Expected = Expected { wide: "UInt", ..LP64 };

const ARM32: Expected = Expected { long: 4, mixed: [40, 8, 20, 24, 32, 48], size: "UInt", ..ARM64 };

const WIN64: Expected =
    Expected { long: 4, mixed: [40, 8, 20, 24, 32, 48], size: "ULongLong", wide: "UShort", wide_size: 2, ..LP64 };

const MACOS: Expected = Expected { before: "Verbatim(\"after\")", ..LP64 };

impl Expected {
    fn text(&self) -> String {
        let Expected { long, mixed: [g, b, d, e, f, total], size, wide, wide_size, before } = self;
        let limit = if *long == 8 { u64::MAX } else { u64::from(u32::MAX) };
        format!(
            "enum 0: 4 bytes, Int, [-1, 5]
enum 1: 4 bytes, UInt, [4294967295]
record 0: 8 bytes, align 2, fields 0 Int(Char), 2 [3]
record 1: {total} bytes, align 8, fields {g} Record, {b} Float(Double), {d} Int(Long), {e} Pointer, \
{f} Int(LongLong)
record 2: 8 bytes, align 8, fields 0 Int(Int), 0 Float(Double)
typedef 0: {long} bytes, Int(ULong)
typedef 1: {wide_size} bytes, Int({wide})
typedef 2: 4 bytes, Float(Float)
constant 0: Int(4294967295, UInt)
constant 1: Int({limit}, ULong)
constant 2: Int(-9223372036854775808, LongLong)
constant 3: Int(97, Int)
constant 4: Str([97, 0, 98, 99])
constant 5: Float(2.5, Double)
constant 6: Int({total}, {size})
variable 0: 4 bytes, Int(Int)
variable 1: 28 bytes, [7]
function 0: Macro
function 1: Defined
function 2: External(\"external\")
function 3: {before}
"
        )
    }
}

/// The class of a type, or the lengths of an array.
fn class(ty: &TypeFact) -> String {
    if ty.lengths.is_empty() { format!("{:?}", ty.class) } else { format!("{:?}", ty.lengths) }
}

/// The answers, a line an item; everything else that is asked has to match.
fn describe(facts: &Facts) -> String {
    let mut text = String::new();
    for (id, fact) in &facts.enums {
        let _ = writeln!(text, "enum {}: {} bytes, {:?}, {:?}", id.0, fact.size, fact.repr, fact.values);
    }
    for (id, fact) in &facts.records {
        assert!(!fact.hidden, "{fact:?}");
        let fields = fact.fields.iter().map(|field| {
            assert!(field.ty.matches, "{fact:?}");
            format!("{} {}", field.offset, class(&field.ty))
        });
        let fields = fields.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "record {}: {} bytes, align {}, fields {fields}", id.0, fact.size, fact.align);
    }
    for (id, fact) in &facts.typedefs {
        let _ = writeln!(text, "typedef {}: {} bytes, {:?}", id.0, fact.size, fact.class);
    }
    for (id, fact) in &facts.constants {
        let _ = writeln!(text, "constant {}: {:?}", id.0, fact.header);
    }
    for (id, fact) in &facts.variables {
        assert!(fact.ty.matches, "{fact:?}");
        let _ = writeln!(text, "variable {}: {} bytes, {}", id.0, fact.ty.size, class(&fact.ty));
    }
    for (id, fact) in &facts.functions {
        let _ = writeln!(text, "function {}: {fact:?}", id.0);
    }
    text
}

/// The block's own way up to the facts.
fn ask(compiler: &Compiler, target: &Target<'_>, text: &str) -> Facts {
    let diag = &mut Diagnostics::default();
    let manifest = target.stubs.to_owned();
    let input = input::read(diag, &block(text), &Disk { manifest: manifest.clone() });
    let flags: Flags = flags(diag, &input.options, &manifest, None, target);
    let unit = parse::parse(diag, &input.source);
    let mut cdef: Cdef = lower::lower(diag, &input.source, &unit, Mode::Verified, DataModel::of(target.triple));
    cdef.preamble = Preamble { parts: input.preamble.clone(), verified: true };
    let checked = check::check(diag, &cdef);
    assert!(diag.is_empty(), "{diag:?}");
    let lessons = Lessons::default();
    let probe = probe::write(&checked, &lessons);
    let compiled = compile(compiler, &flags, Purpose::Probe, &probe.text);
    let compiled = compiled.unwrap_or_else(|failure| panic!("{failure:?}\n{}", probe.text));
    facts::read(&compiled.object, &cdef, &lessons).expect("the object is that of the probe")
}

/// The compiler that a build for the target finds by itself.
fn check_target(name: &str, triple: &str, expected: &Expected) {
    let folder = Folder::new(name);
    let target = Target { triple, host: HOST, opt_level: "2", debug: false, stubs: folder.path() };
    let compiler = Compiler::find(&target).expect("the cross compiler is installed");
    assert_eq!(describe(&ask(&compiler, &target, BLOCK)), expected.text());
}

#[test]
fn gcc_and_clang_of_the_host() {
    let folder = Folder::new("cross-host");
    let target = Target { triple: HOST, host: HOST, opt_level: "2", debug: false, stubs: folder.path() };
    for compiler in compilers(folder.path()) {
        assert_eq!(describe(&ask(&compiler, &target, BLOCK)), LP64.text());
    }
}

#[test]
fn gcc_for_64_bit_arm() {
    check_target("cross-arm64", "aarch64-unknown-linux-gnu", &ARM64);
}

#[test]
fn gcc_for_32_bit_arm() {
    check_target("cross-arm32", "armv7-unknown-linux-gnueabihf", &ARM32);
}

#[test]
fn gcc_for_windows() {
    check_target("cross-windows", "x86_64-pc-windows-gnu", &WIN64);
}

#[test]
fn clang_for_macos() {
    let folder = Folder::new("cross-macos");
    let target = Target { triple: HOST, host: HOST, opt_level: "2", debug: false, stubs: folder.path() };
    let [_, clang] = compilers(folder.path());
    for (architecture, march) in [("arm64", "armv8-a"), ("x86_64", "x86-64")] {
        let flags = format!("#![flag(\"--target={architecture}-apple-macos11\", \"-march={march}\")]");
        let block = format!("{flags}\n{BLOCK}");
        assert_eq!(describe(&ask(&clang, &target, &block)), MACOS.text(), "{architecture}");
    }
}
