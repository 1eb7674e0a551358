//! Generated code triggers no lint, needs no import and minds no name of the caller's.

#[expect(dead_code, reason = "the other tests use the rest")]
#[path = "support/mod.rs"]
mod support;

use support::{Crate, cargo};

/// One declaration of each kind, in a block that the C compiler checks.
const VERIFIED: &str = r##"
    #![preamble(r#"
        #include <stddef.h>
        #include <stdint.h>
        enum hy_kind { HY_A, HY_B = 2 };
        enum { HY_LOOSE = 3 };
        struct hy_exact { int a; const char *text; uint8_t bytes[3]; };
        struct hy_partial { long hidden; int a; };
        union hy_union { int i; double d; };
        struct hy_nested { struct { int x; } inner; int (*f)(int); };
        struct hy_flexible { int n; char tail[]; };
        struct hy_opaque;
        typedef struct { int hidden; } hy_sized;
        typedef struct hy_handle_s *hy_handle;
        typedef int hy_exact_int;
        typedef unsigned short hy_some_int;
        typedef float hy_some_float;
        typedef struct { int hidden[2]; } hy_implicit;
        #define HY_INT 42
        #define HY_FLOAT 1.5
        #define HY_PI 3.14159265358979323846
        #define HY_E 2.71828182845904523536f
        #define HY_TEXT "text"
        #define HY_NUL "a\0b"
        #define HY_POINTER ((char *)0)
        #define HY_MACRO(a) ((a) + 1)
        static const int HY_STATIC = 5;
        static int hy_global;
        static const int hy_constant = 4;
        static int hy_inline(int a, struct hy_partial b) { return a + b.a; }
        int hy_variadic(int a, ...);
        int hy_plain(int a, const char *b, enum hy_kind c, struct hy_exact d);
        hy_handle hy_open(hy_implicit *i, hy_sized *s, struct hy_opaque *o);
        _Noreturn void hy_exit(void);
    "#)]
    enum hy_kind { HY_A, HY_B = 2 };
    enum { HY_LOOSE = 3 };
    struct hy_exact { int a; const char *text; uint8_t bytes[3]; };
    struct hy_partial { int a; ...; };
    union hy_union { int i; double d; };
    struct hy_nested { struct { int x; } inner; int (*f)(int); };
    struct hy_flexible { int n; char tail[]; };
    struct hy_opaque;
    typedef struct { ...; } hy_sized;
    typedef ... *hy_handle;
    typedef int hy_exact_int;
    typedef int... hy_some_int;
    typedef float... hy_some_float;
    #define HY_INT ...
    #define HY_FLOAT 1.5
    #define HY_PI ...
    #define HY_E ...
    #define HY_TEXT ...
    #define HY_NUL ...
    static char *const HY_POINTER;
    static const int HY_STATIC;
    int HY_MACRO(int a);
    extern int hy_global;
    extern const int hy_constant;
    int hy_inline(int a, struct hy_partial b);
    int hy_variadic(int a, ...);
    int hy_plain(int a, const char *b, enum hy_kind c, struct hy_exact d);
    hy_handle hy_open(hy_implicit *i, hy_sized *s, struct hy_opaque *o);
    void hy_exit(void);
    int hy_body(int a, hy_some_int b, hy_some_float c) { return a + b + (int)c; }
"##;

/// One of each kind that needs no C compiler.
const DECLARED: &str = r#"
    enum hd_kind { HD_A, HD_B = 2 };
    enum { HD_LOOSE = 3 };
    struct hd_exact { int a; const char *text; uint8_t bytes[3]; };
    union hd_union { int i; double d; };
    struct hd_nested { struct { int x; } inner; int (*f)(int); };
    struct hd_flexible { int n; char tail[]; };
    struct hd_opaque;
    typedef ... *hd_handle;
    typedef int hd_exact_int;
    #define HD_INT 42
    #define HD_FLOAT 1.5
    #define HD_PI 3.14159265358979323846
    #define HD_TEXT "text"
    static const int HD_STATIC = 5;
    extern int hd_global;
    extern const int hd_constant;
    int hd_variadic(int a, ...);
    int hd_plain(int a, const char *b, enum hd_kind c, struct hd_exact d);
    hd_handle hd_open(struct hd_opaque *o);
"#;

const EVERY_LINT: &str = "
#![deny(
    warnings,
    missing_docs,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    let_underscore,
    elided_lifetimes_in_paths,
    missing_debug_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unsafe_op_in_unsafe_fn,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    clippy::missing_safety_doc,
    clippy::absolute_paths,
    clippy::as_conversions,
    clippy::indexing_slicing
)]
";

/// A crate with both blocks in public and in private modules.
fn with_blocks(crate_: Crate, path: &str) -> Crate {
    let verified = format!("{path}::cdef! {{{VERIFIED}}}\n");
    let declared = format!("{path}::cdef! {{{DECLARED}}}\n");
    crate_
        .module("verified", &verified)
        .module("declared", &declared)
        .module("private", &format!("mod verified {{ {verified} }}\nmod declared {{ {declared} }}\n"))
}

#[test]
fn no_lint_fires_and_every_edition_may_call() {
    let crates = ["2018", "2021", "2024"].map(|edition| {
        let crate_ = Crate::new(&format!("lints_{edition}")).edition(edition);
        with_blocks(crate_.root("//! Declares and never calls.\n").root(EVERY_LINT), "cffi_rt")
    });
    cargo("hygiene_lints", "clippy", &[], &crates).expect_silence();
}

#[test]
fn declaring_is_no_unsafe_code() {
    let crate_ = Crate::new("forbids_unsafe").root("#![forbid(unsafe_code)]\n");
    cargo("hygiene_unsafe", "check", &[], &[with_blocks(crate_, "cffi_rt")]).expect_silence();
}

#[test]
fn no_name_of_the_callers_is_used() {
    let macros = "
#![no_implicit_prelude]
#![allow(dead_code, non_camel_case_types, unused_macros)]
extern crate cffi_rt as rt;
macro_rules! concat { ($($t:tt)*) => { the caller's macro } }
macro_rules! assert { ($($t:tt)*) => { the caller's macro } }
macro_rules! compile_error { ($($t:tt)*) => { the caller's macro } }
macro_rules! option_env { ($($t:tt)*) => { the caller's macro } }
macro_rules! include_bytes { ($($t:tt)*) => { the caller's macro } }
"
    .replace("caller's", "callers");
    let names = "
pub mod core {} pub mod std {} pub mod alloc {} pub mod cffi_rt {}
pub struct u8; pub struct u16; pub struct u32; pub struct u64; pub struct usize; pub struct i8; pub struct i32;
pub struct i64; pub struct isize; pub struct f32; pub struct f64; pub struct bool; pub struct str; pub struct char;
pub struct c_int; pub struct c_char; pub struct c_void;
pub enum Option {} pub enum Some {} pub enum None {} pub enum Result {} pub struct CStr;
pub trait Copy {} pub trait Clone {} pub trait Debug {} pub trait Default {} pub trait From {} pub trait Sized {}
pub trait PartialEq {} pub trait Eq {} pub trait Ord {} pub trait PartialOrd {} pub trait Hash {} pub trait Fn {}
";
    let block = |c: &str| format!("{names}\n::cffi_rt::cdef! {{{c}}}\n");
    let crate_ =
        Crate::new("shadows").root(&macros).module("verified", &block(VERIFIED)).module("declared", &block(DECLARED));
    cargo("hygiene_names", "check", &[], &[crate_]).expect_silence();
}

#[test]
fn the_dependency_may_be_renamed_or_reached_through_another_crate() {
    let renamed = with_blocks(Crate::new("renamed").renamed_dependency("c"), "c");
    let hub = Crate::new("hub").root("pub use cffi_rt;\npub use cffi_rt::cdef;\n");
    let path = with_blocks(Crate::new("through_path").only_dependency("hub"), "hub::cffi_rt");
    let name = with_blocks(Crate::new("through_name").only_dependency("hub"), "hub");
    cargo("hygiene_paths", "check", &[], &[renamed, hub, path, name]).expect_silence();
}

#[test]
fn no_standard_library_is_needed() {
    let crate_ = Crate::new("without_std").root("#![no_std]\n");
    cargo("hygiene_no_std", "check", &[], &[with_blocks(crate_, "cffi_rt")]).expect_silence();
}

#[test]
fn macros_of_the_callers_may_write_blocks() {
    let text = "
macro_rules! declare {
    ($name:ident, $value:literal, $ty:ty) => {
        cffi_rt::cdef! { int $name(int a); }
        /// Of the macro.
        pub const OF_MACRO: $ty = $value;
    };
}
declare!(abs, 3, i32);
";
    let crate_ = Crate::new("in_macros").module("written", text);
    cargo("hygiene_macros", "check", &[], &[crate_]).expect_silence();
}
