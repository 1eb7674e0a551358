//! Enumerators, constants and `...`.

use expect_test::expect;

use super::{DataModel, declared, verified};

#[test]
fn enums() {
    declared(
        "enum e { A, B, C = 5, D, E = 1 << 31, F = -1, G }; enum { H = C + 1, I }; enum big { J = 0x7fffffff, K }; enum op; void f(enum e);",
        expect![[r#"
            enum e { A = 0, B = 1, C = 5, D = (5)+1 (6 Int), E = 1 << 31 (-2147483648 Int), F = -1, G = (-1)+1 (0 Int), }
            enum <> { H = C + 1 (6 Int), I = (C + 1)+1 (7 Int), }
            enum big { J = 0x7fffffff (2147483647 Int), K = (0x7fffffff)+1 (2147483648 UInt), }
            enum op
            fn f(enum e) -> void [_]
        "#]],
    );
}

#[test]
fn enum_holes() {
    verified(
        "enum e { A, B = ..., C, D = 4, E }; enum f { F, G, H = 7, ... }; enum g { ... }; enum h { I = FOO, J, K };",
        expect![[r#"
            enum e { A = 0, B = ..., C = ..., D = 4, E = (4)+1 (5 Int), }
            enum f { F = ..., G = ..., H = 7, ...}
            enum g { ...}
            enum h { I = FOO (?), J = (FOO)+1 (?), K = (FOO)+2 (?), }
        "#]],
    );
}

#[test]
fn constants() {
    declared(
        r#"#define A 42
#define B (A + 1u)
#define C "a" "b\n\0\x41\101"
#define D 'x'
#define E 0x1.8p3
#define F 1.5f
#define G ((unsigned char)300)
#define H sizeof(long)
#define I (A > 3 ? -1 : 1u)
#define J ~0u
#define K -0x80000000
#define L (A || 1/0)
#define M 077
#define N 0b101
#define O 4294967296
#define P (1.0 / 4)
#define Q true
#define R (LATER * 2)
#define LATER 21
#define S '\n'
#define T sizeof(void *)
#define U ((1+2)*(3+4))
#define V .5e1
static const int W = 42;
static const double X = 1;
extern int a[W];
#define Y 18446744073709551615ull
#define Z (Y + 2)"#,
        expect![[r#"
            var a: [42]Int
            const A: macro = 42
            const B: macro = A + 1u (43 UInt)
            const C: macro = "a" "b\n\0\x41\101" (ab\n\x00AA)
            const D: macro = 'x' (120 Int)
            const E: macro = 0x1.8p3 (12.0 Double)
            const F: macro = 1.5f (1.5 Float)
            const G: macro = (unsigned char)300 (44 UChar)
            const H: macro = sizeof(long) (8 ULong)
            const I: macro = A > 3 ? -1 : 1u (4294967295 UInt)
            const J: macro = ~0u (4294967295 UInt)
            const K: macro = -0x80000000 (2147483648 UInt)
            const L: macro = A || 1/0 (1 Int)
            const M: macro = 077 (63 Int)
            const N: macro = 0b101 (5 Int)
            const O: macro = 4294967296 (4294967296 Long)
            const P: macro = 1.0 / 4 (0.25 Double)
            const Q: macro = true (1 Int)
            const R: macro = LATER * 2 (42 Int)
            const LATER: macro = 21
            const S: macro = '\n' (10 Int)
            const T: macro = sizeof(void *) (8 ULong)
            const U: macro = (1+2)*(3+4) (21 Int)
            const V: macro = .5e1 (5.0 Double)
            const W: const Int = 42
            const X: const Double = 1
            const Y: macro = 18446744073709551615ull (18446744073709551615 ULongLong)
            const Z: macro = Y + 2 (1 ULongLong)
        "#]],
    );
}

#[test]
fn what_has_no_value_needs_headers() {
    let text = "#define A (1/0)\n#define B FOO\n#define C (1 << 32)\n#define D 2147483647 + 1\nextern int a[N]; enum { X = Y };
        enum { Z = X }; extern int b[-1]; extern int c[1.5]; enum { S = \"x\" };";
    declared(
        text,
        expect![[r#"
        poisoned A B C D S X Z a b c
        error at `(1/0)\n#defin`: division by zero
        error at `FOO\n#define `: only the C compiler can tell the value of `FOO`; add an `#include`
        error at `(1 << 32)\n#d`: the shift is negative or longer than its type
        error at `2147483647 +`: the value overflows its type
        error at `N]; enum { X`: only the C compiler can tell the value of `N`; add an `#include`
        error at `Y };\n       `: only the C compiler can tell the value of `Y`; add an `#include`
        error at `-1]; extern `: an array's length is a number from 0, not `-1`
        error at `1.5]; enum {`: an array's length is a number from 0, not `1.5`
        error at `\"x\" };`: the value of `S` is no integer
    "#]],
    );
    verified(
        text,
        expect![[r#"
        enum <> { X = Y (?), }
        enum <> { Z = X (?), }
        var a: [? N]Int
        const A: macro = 1/0 (?)
        const B: macro = FOO (?)
        const C: macro = 1 << 32 (?)
        const D: macro = 2147483647 + 1 (?)
        poisoned S b c
        error at `-1]; extern `: an array's length is a number from 0, not `-1`
        error at `1.5]; enum {`: an array's length is a number from 0, not `1.5`
        error at `\"x\" };`: the value of `S` is no integer
    "#]],
    );
}

#[test]
fn const_and_given_integers_are_constants() {
    verified(
        "static const int A; static const int B = 42; static char *const C; extern const int D; const int E; static int F; int G;
         typedef const int ci; static const char H[3]; static ci I; extern __thread int J; _Thread_local extern int K; int L = 3; static const int M = ...; extern int N = 4; double O = 1.5; const struct s { int a; } P; const long Q = 5;",
        expect![[r#"
            struct s { a: Int; }
            typedef ci = const Int
            var D: const Int
            var F: Int
            var G: Int
            var H: [3]const Char
            var J: Int thread_local
            var K: Int thread_local
            const A: const Int = ...
            const B: const Int = 42
            const C: const *Char = ...
            const E: const Int = ...
            const I: ci = ...
            const L: Int = 3
            const M: const Int = ...
            const P: const struct s = ...
            const Q: const Long = 5
            poisoned N O
            error at `N = 4; doubl`: the value of `N` can't be given here; for a constant write `static const`
            error at `O = 1.5; con`: the value of `O` can't be given here; for a constant write `static const`
        "#]],
    );
}

#[test]
fn typedef_holes() {
    verified(
        "typedef int... a; typedef unsigned int... b; typedef float... c; typedef ... d; typedef ... *e; typedef ... f, *g;",
        expect![[r#"
        typedef a = SomeInteger
        typedef b = SomeInteger
        typedef c = SomeFloat
        typedef d = Opaque
        typedef e = OpaquePointer
        typedef f = Opaque
        typedef g = *f
    "#]],
    );
    declared(
        "typedef ... d; typedef ... *e; typedef int... a; void f(a, d *);",
        expect![[r#"
        typedef d = Opaque
        typedef e = OpaquePointer
        poisoned a f
        error at `... a; void `: `...` asks the C compiler; add an `#include`
    "#]],
    );
}

#[test]
fn dots_need_headers() {
    declared(
        "#define X ...\nstruct s { int a; ...; }; enum e { A, ... }; enum f { B = ... }; extern int a[...]; static const int K; static const int L = ...; extern int g(...);",
        expect![[r#"
            poisoned A B K L X a e f g s
            error at `...\nstruct s`: `...` asks the C compiler; add an `#include`
            error at `...; }; enum`: `...` asks the C compiler; add an `#include`
            error at `... }; enum `: `...` asks the C compiler; add an `#include`
            error at `... }; exter`: `...` asks the C compiler; add an `#include`
            error at `...]; static`: `...` asks the C compiler; add an `#include`
            error at `K; static co`: `K` asks the C compiler for its value; give it, or add an `#include`; for a variable write `extern`
            error at `...; extern `: `...` asks the C compiler; add an `#include`
            error at `...);`: a function needs a parameter before `...`
        "#]],
    );
}

#[test]
fn models_follow_the_target() {
    for (target, model) in [
        ("x86_64-unknown-linux-gnu", DataModel::Lp64),
        ("aarch64-apple-darwin", DataModel::Lp64),
        ("x86_64-pc-windows-gnu", DataModel::Llp64),
        ("i686-pc-windows-gnu", DataModel::Ilp32),
        ("armv7-unknown-linux-gnueabihf", DataModel::Ilp32),
        ("x86_64-unknown-linux-gnux32", DataModel::Ilp32),
        ("s390x-unknown-linux-gnu", DataModel::Lp64),
        ("wasm32-wasip1", DataModel::Ilp32),
    ] {
        assert_eq!(DataModel::of(target), model, "{target}");
    }
}

#[test]
fn type_of_is_worked_out_or_asked() {
    declared(
        "struct s { int a; const char *b[2]; unsigned c : 3; }; extern const struct s v; typeof(v.a) f(typeof(v) *);
         typedef typeof(((struct s *)0)->b) t; typedef typeof_unqual(v.a) u; typedef typeof(sizeof(int)) z;
         extern typeof(*w) x; extern long *w; typedef typeof(f) g; typedef typeof(1u + 2) n; typedef typeof(v.c) no;",
        expect![[r#"
            struct s { a: Int; b: [2]*const Char; c: UInt : 3; }
            typedef t = [2]*const Char
            typedef u = Int
            typedef z = size_t
            typedef g = fn(*const struct s) -> const Int
            typedef n = UInt
            fn f(*const struct s) -> const Int [_]
            var v: const struct s
            var x: Long
            var w: *Long
            poisoned no
            error at `v.c) no;`: only the C compiler can tell the type of `v.c`; add an `#include`
        "#]],
    );
    verified(
        "extern typeof(*h(0)) *a; extern typeof_unqual(h) b; extern const __typeof__(int[3]) c; typeof(*h(0)) *d(void);",
        expect![[r#"
            typedef __typeof__(*h(0)) = TypeOf
            typedef __typeof__((0, (h))) = TypeOf
            fn d() -> *__typeof__(*h(0)) []
            var a: *__typeof__(*h(0))
            var b: __typeof__((0, (h)))
            var c: [3]const Int
        "#]],
    );
}
