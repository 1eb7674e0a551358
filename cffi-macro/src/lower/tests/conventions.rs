//! Calling conventions find the function that compilers give them to.

use expect_test::expect;

use super::{declared, verified};

#[test]
fn a_convention_is_about_the_function_that_compilers_read_it_for() {
    declared(
        "int __stdcall a(int); int *WINAPI b(void); int (__stdcall *c(int))(long); int (* __stdcall d(int))(long);
         extern int (WINAPI *e)(void), f, (*g)(void) __attribute__((fastcall)); int (__stdcall h)(int), i(int) __attribute__((__ms_abi__));
         __attribute__((sysv_abi)) int j(void), k(void); int __stdcall (*l(int))(long);",
        expect![[r#"
            fn a stdcall(Int) -> Int [_]
            fn b stdcall() -> *Int []
            fn c(Int) -> *fn stdcall(Long) -> Int [_]
            fn d(Int) -> *fn stdcall(Long) -> Int [_]
            fn h stdcall(Int) -> Int [_]
            fn i ms_abi(Int) -> Int [_]
            fn j sysv_abi() -> Int []
            fn k sysv_abi() -> Int []
            fn l stdcall(Int) -> *fn(Long) -> Int [_]
            var e: *fn stdcall() -> Int
            var f: Int
            var g: *fn fastcall() -> Int
        "#]],
    );
}

#[test]
fn parameters_fields_and_typedefs_have_their_own() {
    verified(
        "void a(int (WINAPI *f)(void), int WINAPI g(int), int, void (__fastcall *)(int), void (*)(char) __attribute__((stdcall)));
         struct s { int (__thiscall *f)(int); int WINAPI (*g)(void); void (*h)(void) __attribute__((ms_abi)), (*i)(void); };
         typedef int proc(int); typedef proc WINAPI *p; proc __stdcall q; typedef int (__vectorcall *r)(int (WINAPI *)(void));
         void t(__attribute__((stdcall)) int (*u)(void)); extern __typeof__(int (__stdcall *)(int)) v;
         int __attribute__((noinline, stdcall)) w(void);",
        expect![[r#"
            struct s { f: *fn thiscall(Int) -> Int; g: *fn stdcall() -> Int; h: *fn ms_abi() -> void; i: *fn() -> void; }
            typedef proc = fn(Int) -> Int
            typedef p = *fn stdcall(Int) -> Int
            typedef r = *fn vectorcall(*fn stdcall() -> Int) -> Int
            fn a(*fn stdcall() -> Int, *fn stdcall(Int) -> Int, Int, *fn fastcall(Int) -> void, *fn stdcall(Char) -> void) -> void [f g _ _ _]
            fn q stdcall(Int) -> Int [_]
            fn t(*fn stdcall() -> Int) -> void [u]
            fn w stdcall() -> Int []
            var v: *fn stdcall(Int) -> Int
        "#]],
    );
}

#[test]
fn a_convention_without_a_function_is_refused() {
    declared(
        "int __stdcall a; extern int WINAPI *b; int __stdcall c(void) __attribute__((fastcall)); void d(int WINAPI x);
         struct s { int WINAPI x; }; typedef int __fastcall t; extern int (WINAPI *e[2])(void); int __stdcall f(void), g;
         typedef int __stdcall p(void); p __fastcall h;",
        expect![[r#"
            typedef p = fn stdcall() -> Int
            fn f stdcall() -> Int []
            var e: [2]*fn stdcall() -> Int
            var g: Int
            poisoned a b c d h s t
            error at `__stdcall a;`: this calling convention stands at no function
            error at `WINAPI *b; i`: this calling convention stands at no function
            error at `fastcall)); `: two calling conventions of one function
            error at `WINAPI x);\n `: this calling convention stands at no function
            error at `WINAPI x; };`: this calling convention stands at no function
            error at `__fastcall t`: this calling convention stands at no function
            error at `__fastcall h`: two calling conventions of one function
        "#]],
    );
}
