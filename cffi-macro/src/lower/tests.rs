//! C text in, the printed model and the messages out.

mod conventions;
mod limits;
mod refusals;
mod values;

use expect_test::{Expect, expect};

use super::print::print;
use super::{DataModel, Mode, lower};
use crate::diag::Diagnostics;
use crate::source::{Doc, Placement, Source};

fn source(text: &str) -> Source {
    documented(text, Vec::new())
}

fn documented(text: &str, docs: Vec<Doc>) -> Source {
    let mut source = Source::default();
    source.text = text.to_owned();
    source.docs = docs;
    source
}

fn run_source(source: &Source, mode: Option<Mode>) -> String {
    let mut diag = Diagnostics::default();
    let unit = crate::parse::parse(&mut diag, source);
    let mode = mode.unwrap_or(if unit.verified { Mode::Verified } else { Mode::Declared });
    let cdef = lower(&mut diag, source, &unit, mode, DataModel::Lp64);
    let mut out = print(&cdef);
    for error in diag.into_errors() {
        let offset = error.span.map_or(0, |span| span.offset as usize);
        let at: String = source.text.get(offset..).unwrap_or("").chars().take(12).collect();
        out.push_str(&format!("error at `{}`: {}\n", at.escape_debug(), error.message));
    }
    out
}

fn declared(text: &str, expected: Expect) {
    expected.assert_eq(&run_source(&source(text), Some(Mode::Declared)));
}

fn verified(text: &str, expected: Expect) {
    expected.assert_eq(&run_source(&source(text), Some(Mode::Verified)));
}

fn detected(text: &str, expected: Expect) {
    expected.assert_eq(&run_source(&source(text), None));
}

#[test]
fn functions_keep_their_parameter_names() {
    declared(
        "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned len); int f(); int g(void);
         int printf(const char *restrict, ...); void (*h(int a))(char b); int type(int self);",
        expect![[r#"
            fn crc32(ULong, *const UChar, UInt) -> ULong [crc buf len]
            fn f() -> Int []
            fn g() -> Int []
            fn printf(restrict *const Char, ...) -> Int [_]
            fn h(Int) -> *fn(Char) -> void [a]
            fn type(Int) -> Int [self]
        "#]],
    );
}

#[test]
fn parameters_are_adjusted() {
    declared(
        "typedef int arr[4]; typedef int fn(int); typedef void v; void a(int x[3], int y[const 2], arr z, fn cb, int d(void));
         int b(v); fn c; typedef void later(t2); typedef int t2[3]; void e(int n, int m[n][4], int k[static 4]);",
        expect![[r#"
            typedef arr = [4]Int
            typedef fn = fn(Int) -> Int
            typedef v = void
            typedef later = fn(*Int) -> void
            typedef t2 = [3]Int
            fn a(*Int, const *Int, *Int, *fn, *fn() -> Int) -> void [x y z cb d]
            fn b() -> Int []
            fn c(Int) -> Int [_]
            fn e(Int, *[4]Int, *Int) -> void [n m k]
        "#]],
    );
}

#[test]
fn declarators_bind_as_in_c() {
    declared(
        "extern int *a[3]; extern int (*b)[3]; extern int m[2][3]; extern char *(*(*f)(int))[5]; extern int x, *y, z[];
         extern void (*signal(int, void (*)(int)))(int); extern int *const *volatile q; extern _Atomic int ai; extern _Atomic(int *) ap;",
        expect![[r#"
            fn signal(Int, *fn(Int) -> void) -> *fn(Int) -> void [_ _]
            var a: [3]*Int
            var b: *[3]Int
            var m: [2][3]Int
            var f: *fn(Int) -> *[5]*Char
            var x: Int
            var y: *Int
            var z: []Int
            var q: volatile *const *Int
            var ai: atomic Int
            var ap: atomic *Int
        "#]],
    );
}

#[test]
fn base_types() {
    declared(
        "extern long unsigned a; extern short int unsigned b; extern long long c; extern long double d; extern _Bool e; extern bool f;
         extern double _Complex g; extern unsigned __int128 h; extern __int128 i; extern signed char j; extern size_t k; extern FILE *l;
         extern unsigned float m; extern int int n; extern long long long o; extern struct s t u;",
        expect![[r#"
            var a: ULong
            var b: UShort
            var c: LongLong
            var d: LongDouble
            var e: Bool
            var f: Bool
            var g: complex Double
            var h: UInt128
            var i: Int128
            var j: SChar
            var k: size_t
            var l: *FILE
            poisoned m n o t u
            error at `unsigned flo`: these words together name no type of C
            error at `int int n; e`: these words together name no type of C
            error at `long long lo`: these words together name no type of C
            error at `t u;`: `t u` is one name too many; if it is a macro of the header, leave it out
        "#]],
    );
}

#[test]
fn va_lists_and_known_names_can_be_redefined() {
    declared(
        "void f(va_list, __builtin_va_list, __gnuc_va_list); typedef long int16_t; int16_t g(bool);",
        expect![[r#"
        typedef int16_t = Long
        fn f(va_list, va_list, va_list) -> void [_ _ _]
        fn g(Bool) -> int16_t [_]
    "#]],
    );
}

#[test]
fn records() {
    declared(
        "struct s { int a; struct { int x; } m, *n; union { int i; float f; }; unsigned b:3, :0, c:1+1; struct s *next; int (*cb)(struct s *); };
         typedef struct { int x, y; } t, *pt; typedef union { int i; } *pu; typedef struct tag tag; struct tag { tag *p; };
         typedef enum { A, B } e; extern struct { int q; } g; struct flex { int n; int a[]; }; struct empty {};",
        expect![[r#"
            struct s { a: Int; m: struct <struct s.1>; n: *struct <struct s.1>; _: union <struct s.3>; b: UInt : 3; _: UInt : 0; c: UInt : 1+1 (2 Int); next: *struct s; cb: *fn(*struct s) -> Int; }
            struct <struct s.1> { x: Int; }
            union <struct s.3> { i: Int; f: Float; }
            struct <t> { x: Int; y: Int; }
            union <*pu> { i: Int; }
            struct tag { p: *tag; }
            struct <> { q: Int; }
            struct flex { n: Int; a: []Int; }
            struct empty { }
            enum <e> { A = 0, B = 1, }
            typedef t = struct <t>
            typedef pt = *struct <t>
            typedef pu = *union <*pu>
            typedef tag = struct tag
            typedef e = enum <e>
            var g: struct <>
        "#]],
    );
}

#[test]
fn partial_records() {
    verified(
        "struct s { int a; ...; }; struct t { ... }; typedef struct { struct { int x; ...; } in; ...; } u; union v { ...; };
         struct bad { ...; int a; };",
        expect![[r#"
            struct s { a: Int; ...; }
            struct t { ...; }
            struct <u> { in: struct <struct <u>.0>; ...; }
            struct <struct <u>.0> { x: Int; ...; }
            union v { ...; }
            typedef u = struct <u>
            poisoned bad
            error at `...; int a; `: `...;` must be the last line of its struct or union
        "#]],
    );
}

#[test]
fn names_may_clash_with_types() {
    declared(
        "typedef int T; void g(int (*)(int T), T y); struct T { T T; }; void h(T T); void k(int (T)); extern int size_t; void f(unsigned T);
         typedef struct s s; s *a(s *s); int $b(int $, int é);",
        expect![[r#"
            struct T { T: T; }
            struct s
            typedef T = Int
            typedef s = struct s
            fn g(*fn(Int) -> Int, T) -> void [_ y]
            fn h(T) -> void [T]
            fn f(UInt) -> void [T]
            fn a(*s) -> *s [s]
            fn $b(Int, Int) -> Int [$ é]
            var size_t: Int
            poisoned k
            error at `(T)); extern`: a function as parameter is not supported in this form; write `R (*)(T)`
        "#]],
    );
}

#[test]
fn definitions_keep_their_text() {
    declared(
        "static int f(int a)\n{\n  if (a) { return '}'; }\n#define IN 1\n  return 0; }\nint g(struct s { int x; } *p) { return 0; } struct t { int a; } h(void) { }",
        expect![[r#"
            struct s { x: Int; }
            struct t { a: Int; }
            fn f(Int) -> Int [a] static int f(int a)
            {
              if (a) { return '}'; }
            #define IN 1
              return 0; }
            fn g(*struct s) -> Int [p] int g(struct s { int x; } *p) { return 0; }
            fn h() -> struct t [] struct t { int a; } h(void) { }
        "#]],
    );
}

#[test]
fn docs_follow_their_items() {
    let text = "    int f(void);    \n  #define X 1   \n enum {   A,    B   }; struct s {   int a;   };";
    let doc = |at: &str, before: usize, placement, text_of: &str| Doc {
        offset: u32::try_from(text.find(at).unwrap() - before).unwrap(),
        text: text_of.to_owned(),
        placement,
    };
    let docs = vec![
        doc("int f", 2, Placement::Before, "of f"),
        doc("\n  #", 2, Placement::After, "also f"),
        doc("#define", 0, Placement::Before, "of X"),
        doc("A,", 1, Placement::Before, "of A"),
        doc("   B", 1, Placement::After, "after A"),
        doc("  };", 1, Placement::After, "after B"),
        doc("struct", 0, Placement::Before, "of s"),
        doc("int a", 1, Placement::Before, "of a"),
    ];
    let source = documented(text, docs);
    expect![[r#"
        struct s { a: Int // of a; } // of s
        enum <> { A = 0 // of A | after A, B = 1 // after B, }
        fn f() -> Int [] // of f | also f
        const X: macro = 1 // of X
    "#]]
    .assert_eq(&run_source(&source, Some(Mode::Declared)));
}

#[test]
fn origins_are_tidy() {
    let text = "extern   int a ,\n *b; typedef  struct { int x; }\n t, *pt; int f ( int  x ) { return x; }";
    let mut diag = Diagnostics::default();
    let source = source(text);
    let unit = crate::parse::parse(&mut diag, &source);
    let cdef = lower(&mut diag, &source, &unit, Mode::Declared, DataModel::Lp64);
    let mut out = String::new();
    let typedefs = cdef.typedefs.iter().map(|typedef| &typedef.origin);
    let records = cdef.records.iter().map(|record| &record.origin);
    let functions = cdef.functions.iter().map(|function| &function.origin);
    for origin in typedefs.chain(records).chain(functions).chain(cdef.variables.iter().map(|variable| &variable.origin))
    {
        out.push_str(&origin.text);
        out.push('\n');
    }
    expect![[r#"
        typedef struct t;
        typedef struct *pt;
        typedef struct { int x; } t, *pt;
        int f ( int x );
        extern int a;
        extern int *b;
    "#]]
    .assert_eq(&out);
}
