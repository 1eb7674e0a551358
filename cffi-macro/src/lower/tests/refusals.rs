//! What is told, and once.

use expect_test::expect;

use super::{Mode, declared, detected, run_source, source, verified};

#[test]
fn unknown_types() {
    declared(
        "foo_t f(foo_t, int); void g(foo_t *); void h(bar *b); void k(struct s *); enum { A = sizeof(foo_t) };",
        expect![[r#"
        struct s
        fn k(*struct s) -> void [_]
        poisoned A bar f foo_t g h
        error at `foo_t f(foo_`: `foo_t` is not declared; add `typedef ... foo_t;` if it comes from a header
        error at `bar *b); voi`: `bar` is not declared; add `typedef ... bar;` if it comes from a header
        error at `sizeof(foo_t`: only the C compiler can tell the value of `sizeof(foo_t)`; add an `#include`
    "#]],
    );
    verified(
        "foo_t f(foo_t, const bar *); enum { A = (baz)1, B = sizeof(q *) };",
        expect![[r#"
        enum <> { A = (baz)1 (?), B = sizeof(q *) (8 Int), }
        typedef foo_t = Implicit
        typedef bar = Implicit
        fn f(foo_t, *const bar) -> foo_t [_ _]
    "#]],
    );
}

#[test]
fn redeclarations() {
    declared(
        "int f(int); int f(int x); int g(int); int g(long); typedef int t; typedef int t; typedef long t; extern int a[]; extern int a[4]; extern long a[4];
         struct s; struct s { int a; }; struct s { int a; }; struct s { int b; }; enum e { A }; enum e { A }; enum e { B }; union s *u(void);
         int A(void);\n#define X 1\n#define X 1\n#define X 2\nenum { C }; enum { C };",
        expect![[r#"
            struct s { a: Int; }
            enum e { A = 0, }
            enum <> { C = 0, }
            typedef t = Int
            fn f(Int) -> Int [x]
            fn g(Int) -> Int [_]
            var a: [4]Int
            const X: macro = 1
            poisoned B u
            error at `g(long); typ`: `g` is declared twice: `int g(int);` and `int g(long);`
            error at `t; extern in`: `t` is declared twice: `typedef int t;` and `typedef long t;`
            error at `a[4];\n      `: `a` is declared twice: `extern int a[];` and `extern long a[4];`
            error at `s { int b; }`: declared twice: `struct s { int a; }` and `struct s { int b; }`
            error at `enum e { B }`: declared twice: `enum e { A }` and `enum e { B }`
            error at `s *u(void);\n`: `union s`: the block has another kind of `s`
            error at `A(void);\n#de`: `A` is an enumerator and a function
            error at `X 2\nenum { C`: `X` is declared twice: `#define X 1` and `#define X 2`
            error at `C };`: `C` is declared twice
        "#]],
    );
}

#[test]
fn attributes_are_taken_out() {
    declared(
        "__attribute__((noreturn)) void f(int) __attribute__((nonnull(1))); _Noreturn void g(void); int h(void) __asm__(\"h\" \"64\"), i(void) asm(\"j\");
         [[nodiscard]] int k(int *_Nonnull p, char *__restrict q); __extension__ int __cdecl l(void); __declspec(dllimport) int m(void);
         struct __attribute__((unused)) s { int a __attribute__((deprecated)); }; struct __attribute__((packed)) p { int a; }; int __regcall n(void); int __attribute__((regparm(3))) m(void);
         struct q { _Alignas(8) int a; }; extern typeof(int) r; _Static_assert(1, \"\");",
        expect![[r#"
            struct s { a: Int; }
            struct p { a: Int; }
            struct q { a: Int; }
            fn f(Int) -> void [_] noreturn
            fn g() -> void [] noreturn
            fn h() -> Int [] asm h64
            fn i() -> Int [] asm j
            fn k(*Int, restrict *Char) -> Int [p q]
            fn l() -> Int []
            fn m() -> Int []
            var r: Int
            poisoned n
            error at `__regcall n(`: `__regcall` is not supported yet
            error at `regparm(3)))`: `regparm` is not supported yet
        "#]],
    );
}

#[test]
fn foreign_items_are_refused() {
    declared(
        "extern \"C\" { int a(void); } unsafe extern \"C\" { int b(void); } use crate::zlib::z_stream; extern \"Rust\" int c(int); int d(void);",
        expect![[r#"
            fn b() -> Int []
            fn d() -> Int []
            error at `extern \"C\" {`: `extern "C"` is C++'s: leave it out; safe declarations stand in `unsafe extern "C" { … }`
            error at `extern \"Rust`: `extern "Rust"` is not supported yet
        "#]],
    );
}

#[test]
fn the_preamble_ends_with_the_last_include() {
    detected(
        "#define _GNU_SOURCE\n# 1 \"x.h\"\n#ifdef A\nint early(void);\n#  include <stdio.h>\n#else\n#endif\n#pragma once\n#undef X\n#define X ...\n#define Y 3\n",
        expect![[r#"
            preamble #define _GNU_SOURCE
            preamble #ifdef A
            preamble #  include <stdio.h>
            preamble #else
            preamble #endif
            fn early() -> Int []
            const X: macro = ...
            const Y: macro = 3
        "#]],
    );
    detected(
        "#define A ...\n#include \"x.h\"\n#define F(a) a\n#define E\n#define T unsigned int\n#define M (x) + \\\n 1\n#pragma pack(1)\n#if 1\n#endif\n#error x\nint f(void);",
        expect![[r#"
            preamble #include "x.h"
            fn f() -> Int []
            const M: macro = (x) + 1 (?)
            poisoned A E F T
            error at `A ...\n#inclu`: `#define A ...` must stand below the last `#include`; move it there
            error at `F(a) a\n#defi`: a macro with parameters is declared as a function: `R F(A);`; to define it, move it above the last `#include`
            error at `E\n#define T `: `#define E` has no value; write `#define E ...` to ask the header, or move it above the last `#include`
            error at `int\n#define `: the value of `T` is no expression; if C code needs this macro, move it above the last `#include`
            error at `#error x\nint`: `#error` can only stand before the last `#include`
        "#]],
    );
}

#[test]
fn syntax_errors_are_told_one_a_declaration() {
    declared(
        "int f(int; int g(void) int h(void); int i(void); int j(; struct; int; extern static int k; int l(a b c); 5; int m(int,,int); struct { int }; int n(int) FOO; int o = ; typedef int; void p(int; struct r { int a[3; int b; }; void q(",
        expect![[r#"
            fn i() -> Int []
            poisoned FOO g h k l m n o
            error at `(int; int g(`: `(` is not closed
            error at `int h(void);`: expected `;` before `int`
            error at `(; struct; i`: `(` is not closed
            error at `struct; int;`: `struct` needs a tag or a body
            error at `int; extern `: this declaration has no name
            error at `static int k`: `static` can't stand beside another storage class
            error at `a b c); 5; i`: `a b c` is one name too many; if it is a macro of the header, leave it out
            error at `5; int m(int`: syntax error at `5`
            error at `,int); struc`: syntax error at `,`
            error at `}; int n(int`: syntax error at `}`
            error at `FOO; int o =`: unexpected `FOO`; expected `;` or `,`
            error at `; typedef in`: unexpected `;`
            error at `typedef int;`: this typedef declares nothing: the name behind the type is missing
            error at `(int; struct`: `(` is not closed
            error at `[3; int b; }`: `[` is not closed
            error at `(`: `(` is not closed
        "#]],
    );
    declared(
        "int a(void); } int b(void); int c[3; int d(void);",
        expect![[r#"
        fn a() -> Int []
        fn d() -> Int []
        error at `} int b(void`: `}` closes nothing
        error at `[3; int d(vo`: `[` is not closed
    "#]],
    );
    declared(
        "int a(void)",
        expect![[r#"
        error at `)`: expected `;` after `)`
    "#]],
    );
    declared(
        "extern char x = \"abc;\nint b(void);",
        expect![[r#"
        error at `\"abc;\nint b(`: this literal has no closing quote on its line
    "#]],
    );
}

#[test]
fn refused_names_poison_in_silence() {
    declared(
        "typedef bad_t t; typedef t u; void f(u); struct s { t x; }; void g(struct s *); typedef a b; typedef b a; typedef int ok; void h(ok);",
        expect![[r#"
        typedef ok = Int
        fn h(ok) -> void [_]
        poisoned a b bad_t f g s t u
        error at `bad_t t; typ`: `bad_t` is not declared; add `typedef ... bad_t;` if it comes from a header
        error at `a; typedef i`: `a` is defined by itself
    "#]],
    );
}

/// lang-c reads none of these as what C takes them for.
#[test]
fn definitions_and_assertions_in_odd_dress() {
    verified(
        "struct s (f)(void) { struct s a = { 1 }; return a; } enum e (g)(void) { return 0; }
         struct __attribute__((packed)) s { int a; }; __extension__ _Static_assert(0, \"text\");
         struct t { __extension__ _Static_assert(0, \"inner\"); int a; };",
        expect![[r#"
            struct s { a: Int; }
            struct t { a: Int; }
            enum e
            fn f() -> struct s [] struct s (f)(void) { struct s a = { 1 }; return a; }
            fn g() -> enum e [] enum e (g)(void) { return 0; }
            error at `_Static_asse`: this assertion fails: text
            error at `_Static_asse`: this assertion fails: inner
        "#]],
    );
}

/// Each of these is one declaration with one mistake, told at its own token.
#[test]
fn mistakes_in_types_stand_at_their_tokens() {
    let texts = [
        "extern short short a;",
        "extern short long a;",
        "extern long char a;",
        "extern char char a;",
        "extern long long long a;",
        "extern signed unsigned a;",
        "extern unsigned signed a;",
        "extern unsigned unsigned a;",
        "extern unsigned double a;",
        "extern long float a;",
        "extern short double a;",
        "extern signed _Bool a;",
        "extern float _Complex int a;",
        "extern double char a;",
        "extern struct s int a;",
        "struct r { struct s { int a; } int b; };",
        "struct r { void *a; struct s int b; };",
        "int a(struct s void b);",
        "extern int struct s a;",
        "extern void void a;",
        "extern unsigned size_t a;",
        "extern long int8_t a;",
        "extern enum { A } int a;",
        "extern int 3a;",
        "extern int *;",
        "extern int *** const;",
        "extern int a];",
        "extern int a[3;",
        "extern int a[3)];",
        "extern int a[*];",
        "extern int a[int];",
        "extern int a[-2];",
        "extern int a[1.5];",
        "extern int a[9999999999999999999999];",
        "extern int a(;",
        "extern int a(int b;",
        "extern int a(int,);",
        "extern int a(..., int);",
        "extern int (a;",
        "extern int & a;",
        "extern int a b;",
        "extern const * a;",
        "extern int a:3;",
        "extern foo_t a;",
    ];
    let mut out = String::new();
    for text in texts {
        let said = run_source(&source(text), Some(Mode::Declared));
        let said: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
        out.push_str(&format!("{text}\n    {}\n", said.join("\n    ")));
    }
    expect![[r#"
        extern short short a;
            error at `short short `: these words together name no type of C
        extern short long a;
            error at `short long a`: these words together name no type of C
        extern long char a;
            error at `long char a;`: these words together name no type of C
        extern char char a;
            error at `char char a;`: these words together name no type of C
        extern long long long a;
            error at `long long lo`: these words together name no type of C
        extern signed unsigned a;
            error at `signed unsig`: these words together name no type of C
        extern unsigned signed a;
            error at `unsigned sig`: these words together name no type of C
        extern unsigned unsigned a;
            error at `unsigned uns`: these words together name no type of C
        extern unsigned double a;
            error at `unsigned dou`: these words together name no type of C
        extern long float a;
            error at `long float a`: these words together name no type of C
        extern short double a;
            error at `short double`: these words together name no type of C
        extern signed _Bool a;
            error at `_Bool a;`: `_Bool` can't stand beside another type
        extern float _Complex int a;
            error at `float _Compl`: these words together name no type of C
        extern double char a;
            error at `double char `: these words together name no type of C
        extern struct s int a;
            error at `int a;`: `int` can't stand beside another type
        struct r { struct s { int a; } int b; };
            error at `int b; };`: expected `;` before `int`
        struct r { void *a; struct s int b; };
            error at `int b; };`: `int` can't stand beside another type
        int a(struct s void b);
            error at `void b);`: `void` can't stand beside another type
        extern int struct s a;
            error at `struct s a;`: `struct` can't stand beside another type
        extern void void a;
            error at `void a;`: `void` can't stand beside another type
        extern unsigned size_t a;
            error at `size_t a;`: `size_t a` is one name too many; if it is a macro of the header, leave it out
        extern long int8_t a;
            error at `int8_t a;`: `int8_t a` is one name too many; if it is a macro of the header, leave it out
        extern enum { A } int a;
            error at `int a;`: expected `;` before `int`
        extern int 3a;
            error at `3a;`: syntax error at `3a`
        extern int *;
            error at `;`: unexpected `;`
        extern int *** const;
            error at `;`: unexpected `;`
        extern int a];
            error at `];`: `]` closes nothing
        extern int a[3;
            error at `[3;`: `[` is not closed
        extern int a[3)];
            error at `[3)];`: `[` is not closed: found `)`, expected `]`
        extern int a[*];
            error at `[*];`: `[*]` can only stand in a parameter
        extern int a[int];
            error at `];`: syntax error at `]`
        extern int a[-2];
            error at `-2];`: an array's length is a number from 0, not `-2`
        extern int a[1.5];
            error at `1.5];`: an array's length is a number from 0, not `1.5`
        extern int a[9999999999999999999999];
            error at `999999999999`: the number is too large
        extern int a(;
            error at `(;`: `(` is not closed
        extern int a(int b;
            error at `(int b;`: `(` is not closed
        extern int a(int,);
            error at `);`: syntax error at `)`
        extern int a(..., int);
            error at `..., int);`: a function needs a parameter before `...`
        extern int (a;
            error at `(a;`: `(` is not closed
        extern int & a;
            error at `& a;`: syntax error at `&`
        extern int a b;
            error at `a b;`: `a b` is one name too many; if it is a macro of the header, leave it out
        extern const * a;
            error at `* a;`: syntax error at `*`
        extern int a:3;
            error at `:3;`: syntax error at `:`
        extern foo_t a;
            error at `foo_t a;`: `foo_t` is not declared; add `typedef ... foo_t;` if it comes from a header
    "#]]
    .assert_eq(&out);
}
