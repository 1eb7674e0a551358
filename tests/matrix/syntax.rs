//! How C may be written: comments, line markers, qualifiers, names, literals and operators.

use crate::{Accepted, Refused};

pub(crate) const ACCEPTED: &[Accepted] = &[
    Accepted {
        name: "syntax_comments_between_any_tokens",
        header: "int a(int b), b(void), c(const char *, ...);\n#define X 5\n#define Y 6\nenum e { A = 1, B };\n\
                 struct s { int x : 3; int y; }; extern int arr[7]; typedef short t; typedef unsigned u; enum p { P, Q };",
        block: r#"
/* simple */ int/**/a/* x */(/* y */int/* z */b/* // looks nested */)/* */;/**/ // end /* no start
int // type
b // name
( // open "quote and don't
void /* one */ /* two */ ) ;
#define X /* before */ 5 /* after */ // line
#define Y 6 /* over
    lines */
enum /*1*/ e /*2*/ { /*3*/ A /*4*/ = /*5*/ 1 /*6*/ , /*7*/ B /*8*/ } /*9*/ ;
struct /* */ s /* */ { /* */ int /* */ x /* */ : /* */ 3 /* */ ; /* */ ... /* */ ; /* */ } /* */ ;
/* # 1 "f.h" */ int c(const char *f, /* a */ ... /* b */);
extern int arr[/* */ ... /* */];
typedef int /* */ ... /* */ t;
typedef /**/ int
    ...  // the type
    u;
enum p { P = /**/ ... /* */, Q, /* */ ... /* */ };"#,
        then: "const _: (u16, u32) = (1 as t as u16, 1 as u);\nconst _: fn() -> *mut [core::ffi::c_int; 7] = arr;",
    },
    Accepted {
        name: "syntax_comments_and_lines_of_strings",
        header: "",
        block: r####"r###"
#include <stddef.h>
#include <stdlib.h>
#define EXIT_FAILURE \
    1 // the value \
    and more of its comment
#define EXIT_SUCCESS /* over
    lines */ 0
int // a comment \
    that goes on here /*
abs(int /* "text" */ value);
# 1 "f.h"
/*
# 20 "commented.h"
*/ /**/ int atoi \
    (const char *text);
#line 7 "lib.h"
"###"####,
        then: "const _: unsafe extern \"C\" fn(*const core::ffi::c_char) -> core::ffi::c_int = atoi;",
    },
    Accepted {
        name: "syntax_variables_by_their_outermost_const",
        header: "extern int a1; extern const int a2; extern int *a3; extern const int *a4; extern int const *a5;\n\
                 extern int *const a6; extern int a7[5]; extern const int a8[5]; extern int *a9[5]; extern const int *a10[5];\n\
                 extern int const *a11[5]; extern int *const a12[5]; extern int a13[5][6]; extern const int a14[5][6];",
        block: "int a1; const int a2; int *a3; const int *a4; int const *a5; int *const a6;\n\
                int a7[5]; const int a8[5]; int *a9[5]; const int *a10[5]; int const *a11[5]; int *const a12[5];\n\
                int a13[5][6]; const int a14[5][6];",
        then: "use core::ffi::c_int;\n\
               const _: fn() -> *mut c_int = a1; const _: fn() -> c_int = a2;\n\
               const _: fn() -> *mut *mut c_int = a3; const _: fn() -> *mut *const c_int = a4;\n\
               const _: fn() -> *mut *const c_int = a5; const _: fn() -> *mut c_int = a6;\n\
               const _: fn() -> *mut [c_int; 5] = a7; const _: fn() -> *const [c_int; 5] = a8;\n\
               const _: fn() -> *mut [*mut c_int; 5] = a9; const _: fn() -> *mut [*const c_int; 5] = a10;\n\
               const _: fn() -> *mut [*const c_int; 5] = a11; const _: fn() -> *const [*mut c_int; 5] = a12;\n\
               const _: fn() -> *mut [[c_int; 6]; 5] = a13; const _: fn() -> *const [[c_int; 6]; 5] = a14;",
    },
    // Of the fourteen only `const int` and `int *const` are constants; an `int` of a header may be known, a pointer not.
    Accepted {
        name: "syntax_constants_by_their_outermost_const",
        header: "#define a2 2\nstatic int a1; static int *a3; static const int *a4; static int const *a5;\n\
                 static int *const a6 = &a1; static int a7[5]; static const int a8[5] = { 1 }; static int *a9[5];\n\
                 static const int *a10[5]; static int const *a11[5]; static int *const a12[5] = { &a1 };\n\
                 static int a13[5][6]; static const int a14[5][6] = { { 1 } };",
        block: "static int a1; static const int a2; static int *a3; static const int *a4; static int const *a5;\n\
                static int *const a6; static int a7[5]; static const int a8[5]; static int *a9[5];\n\
                static const int *a10[5]; static int const *a11[5]; static int *const a12[5];\n\
                static int a13[5][6]; static const int a14[5][6];",
        then: "use core::ffi::c_int;\n\
               const _: fn() -> *mut c_int = a1; const _: c_int = a2;\n\
               const _: fn() -> *mut *mut c_int = a3; const _: fn() -> *mut *const c_int = a4;\n\
               const _: fn() -> *mut *const c_int = a5; const _: fn() -> *mut c_int = a6;\n\
               const _: fn() -> *mut [c_int; 5] = a7; const _: fn() -> *const [c_int; 5] = a8;\n\
               const _: fn() -> *mut [*mut c_int; 5] = a9; const _: fn() -> *mut [*const c_int; 5] = a10;\n\
               const _: fn() -> *mut [*const c_int; 5] = a11; const _: fn() -> *const [*mut c_int; 5] = a12;\n\
               const _: fn() -> *mut [[c_int; 6]; 5] = a13; const _: fn() -> *const [[c_int; 6]; 5] = a14;",
    },
    Accepted {
        name: "syntax_qualifiers_bind_to_their_pointer",
        header: "",
        block: "char * * (* const p1(void));\nchar * (* const (* p2(void)));\nchar (* const (* (* p3(void))));\n\
                char const (* (* (* p4(void))));\nchar *const *const *p5(void);\nconst char *const *const *const p6(void);\n\
                char const **const *p7(void);\nconst char *(*volatile *p8(void));\nconst char *(*(*restrict const p9(void)));\n\
                void p10(char *const *restrict const a, char (*const b), const char (*c)[3], char *const (*d)[3]);\n\
                char (*(*const p11(void)))[4];\nconst char *(*const (*p12(void))[2])(char *const *);",
        then: "use core::ffi::c_char;\n\
               const _: unsafe extern \"C\" fn() -> *mut *mut *mut c_char = p1;\n\
               const _: unsafe extern \"C\" fn() -> *const *mut *mut c_char = p2;\n\
               const _: unsafe extern \"C\" fn() -> *mut *const *mut c_char = p3;\n\
               const _: unsafe extern \"C\" fn() -> *mut *mut *const c_char = p4;\n\
               const _: unsafe extern \"C\" fn() -> *const *const *mut c_char = p5;\n\
               const _: unsafe extern \"C\" fn() -> *const *const *const c_char = p6;\n\
               const _: unsafe extern \"C\" fn() -> *const *mut *const c_char = p7;\n\
               const _: unsafe extern \"C\" fn() -> *mut *mut *const c_char = p8;\n\
               const _: unsafe extern \"C\" fn() -> *mut *mut *const c_char = p9;\n\
               const _: unsafe extern \"C\" fn(*const *mut c_char, *mut c_char, *const [c_char; 3], *const [*mut c_char; 3]) = p10;\n\
               const _: unsafe extern \"C\" fn() -> *mut *mut [c_char; 4] = p11;\n\
               const _: unsafe extern \"C\" fn() -> *const [Option<unsafe extern \"C\" fn(*const *mut c_char) -> *const c_char>; 2] = p12;",
    },
    Accepted {
        name: "syntax_qualified_pointers_agree_with_the_header",
        header: "char * * (* const p1(void)); char *const **p2(void); char **const *p3(void); const char ***p4(void);",
        block: "char **(*const p1(void));\nchar (*const (*(*p2(void))));\nchar * (* const (* p3(void)));\nchar const (*(*(*p4(void))));",
        then: "",
    },
    Accepted {
        name: "syntax_void_by_another_name_is_no_parameter",
        header: "typedef void v; typedef v w; int f(v); static inline int g(v) { return 3; } typedef int cb(w); void h(cb *);",
        block: "typedef void v;\ntypedef v w;\nint f(v);\nint g(v);\ntypedef int cb(w);\nv h(int (*)(v));",
        then: "const _: unsafe extern \"C\" fn() -> core::ffi::c_int = f;",
    },
    Accepted {
        name: "syntax_builtin_names_are_the_headers",
        header: "typedef int bool, *FILE; typedef long int16_t; int16_t f(bool, FILE *);",
        block: "typedef int bool, *FILE;\ntypedef long int16_t;\nint16_t f(bool, FILE *);",
        then: "const _: unsafe extern \"C\" fn(i32, *mut *mut i32) -> core::ffi::c_long = f;",
    },
    Accepted {
        name: "syntax_enumerators_by_every_operator",
        header: "",
        block: "enum e { A = 7 + 3, B = A - 4, C = A * B, D = C / -7, E = C % -7, F = 1 << 4, G = -F >> 2, H = A & 6,\n\
                I = A | 7, J = A ^ 15, K = -A, L = +A, M = (A), N = 'a', O = -7 / 2, P = 7 / -2, Q = -7 % 2, R = ~A, S = !A,\n\
                T = A > B ? 1 : 2, U = A == 10 && B <= 6 || 0, V = A != 1, W = A >= B, X, Y = '\\n', Z = '\\\\' };",
        then: "const _: () = assert!(A.0 == 10 && B.0 == 6 && C.0 == 60 && D.0 == -8 && E.0 == 4 && F.0 == 16);\n\
               const _: () = assert!(G.0 == -4 && H.0 == 2 && I.0 == 15 && J.0 == 5 && K.0 == -10 && L.0 == 10);\n\
               const _: () = assert!(M.0 == 10 && N.0 == 97 && O.0 == -3 && P.0 == -3 && Q.0 == -1 && R.0 == -11);\n\
               const _: () = assert!(S.0 == 0 && T.0 == 1 && U.0 == 1 && V.0 == 1 && W.0 == 1 && X.0 == 2);\n\
               const _: () = assert!(Y.0 == 10 && Z.0 == 92);",
    },
    Accepted {
        name: "syntax_enumerators_by_every_operator_of_the_header",
        header: "enum e { A = 10, B = 6, C = 60, D = -8, E = 4, F = 16, G = -4, H = 2, I = 15, J = 5, O = -3, P = -3, Q = -1 };",
        block: "enum e { A = 7 + 3, B = A - 4, C = A * B, D = C / -7, E = C % -7, F = 1 << 4, G = -F >> 2, H = A & 6,\n\
                I = A | 7, J = A ^ 15, O = -7 / 2, P = 7 / -2, Q = -7 % 2 };",
        then: "",
    },
    Accepted {
        name: "syntax_literals_of_every_base_and_suffix",
        header: "",
        block: "enum { A0 = 0b101, A1 = 0B101u, A2 = 0b101U, A3 = 0b101l, A4 = 0b101UL, A5 = 0b101LL, A6 = 0b101uLL,\n\
                B0 = 017, B1 = 017u, B2 = 017U, B3 = 017L, B4 = 017lu, B5 = 017ll, B6 = 017ull,\n\
                C0 = 19, C1 = 19u, C2 = 19U, C3 = 19L, C4 = 19Ul, C5 = 19ll, C6 = 19LLU,\n\
                D0 = 0x1F, D1 = 0X1fu, D2 = 0x1fU, D3 = 0x1fl, D4 = 0x1fuL, D5 = 0x1fll, D6 = 0x1fLLu, ZERO = 00 };",
        then: "const _: () = assert!(A0 == 5 && A1 == 5 && A2 == 5 && A3 == 5 && A4 == 5 && A5 == 5 && A6 == 5);\n\
               const _: () = assert!(B0 == 15 && B1 == 15 && B2 == 15 && B3 == 15 && B4 == 15 && B5 == 15 && B6 == 15);\n\
               const _: () = assert!(C0 == 19 && C1 == 19 && C2 == 19 && C3 == 19 && C4 == 19 && C5 == 19 && C6 == 19);\n\
               const _: () = assert!(D0 == 31 && D1 == 31 && D2 == 31 && D3 == 31 && D4 == 31 && D5 == 31 && D6 == 31);\n\
               const _: () = assert!(ZERO == 0);",
    },
    Accepted {
        name: "syntax_two_typedefs_are_one_record",
        header: "typedef struct { int a; } foo_t, *foo_p; typedef struct { int a; } bar_t; foo_p f(foo_t *a, bar_t *b);",
        block: "typedef struct { int a; } foo_t, *foo_p;\ntypedef struct { int a; } bar_t;\nfoo_p f(foo_t *a, bar_t *b);",
        then: "const _: unsafe extern \"C\" fn(foo_p, *mut bar_t) -> *mut foo_t = f;\n\
               #[allow(dead_code)]\ntrait Distinct {}\nimpl Distinct for foo_t {}\nimpl Distinct for bar_t {}",
    },
    // A record of one block is another than a record of the same name of another block; `FILE` is everyone's.
    Accepted {
        name: "syntax_records_of_two_blocks_are_two_types",
        header: "#include <stdio.h>\nstruct s { int a; }; FILE *f(void);",
        block: "struct s { int a; };\nFILE *f(void);",
        then: "mod other { cffi_rt::cdef! { struct s { int a; }; void g(FILE *file); } }\n\
               #[allow(dead_code)]\ntrait Distinct {}\nimpl Distinct for s {}\nimpl Distinct for other::s {}\n\
               #[allow(dead_code)]\nfn same() { unsafe { other::g(f()) } }",
    },
];

pub(crate) const REFUSED: &[Refused] = &[
    Refused {
        name: "syntax_qualifier_of_another_pointer",
        header: "char *const **p(void);",
        block: "char **const *p(void);",
        messages: &[("p", &["`p`", "char *const **", "char **const *"])],
    },
    Refused {
        name: "syntax_one_enumerator_of_two_enums",
        header: "enum a { X }; enum b { Y };",
        block: "enum a { X };\nenum b { Y, X };",
        messages: &[("X", &["`X` is declared twice"])],
    },
    Refused {
        name: "syntax_two_anonymous_records_are_two_types",
        header: "typedef struct { int a; } foo_t;\ntypedef struct { int a; } bar_t;\nvoid f(bar_t *);",
        block: "typedef struct { int a; } foo_t;\ntypedef struct { int a; } bar_t;\nvoid f(foo_t *);",
        messages: &[("f", &["foo_t", "bar_t"])],
    },
    Refused {
        name: "syntax_fixed_part_of_a_variadic_function",
        header: "int f(const char *format, ...);",
        block: "int f(const int *format, ...);",
        messages: &[("f", &["`f`", "const char *", "const int *"])],
    },
    Refused {
        name: "syntax_functions_of_python",
        header: "int present(void);",
        block: "extern \"Python\" int a(int);\nextern \"Python+C\" int b(int);\nextern \"C+Python\" { int c(int); void d(void); }\nint present(void);",
        messages: &[
            ("extern", &["`extern \"Rust\"`"]),
            ("extern", &["`extern \"Rust\"`"]),
            ("extern", &["`extern \"Rust\"`"]),
        ],
    },
    // A marker says where a line of C came from; the message stands where the line is.
    Refused {
        name: "syntax_mistakes_behind_line_markers",
        header: "int f(int), g(void); struct s { int a; };",
        block: "\n# 1 \"f.h\"\n\nint f(long);\n/*\n# 20 \"commented.h\"\n*/\n#line 30 \"g.h\"\nint g(void)\nint h(void);\n\
                # 7 \"h.h\" 2\nstruct s { long a; };",
        messages: &[("f", &["`f`", "long"]), ("int", &["expected `;`"]), ("a", &["`a`", "`long`"])],
    },
    Refused {
        name: "syntax_what_functions_may_not_look_like",
        header: "int present(void);",
        block: "int a(...);\nint b(missing_t c);\nint d(e, f);\nint present(void);",
        messages: &[
            (".", &["a parameter before `...`"]),
            ("missing_t", &["`missing_t`"]),
            ("e", &["`e`"]),
            ("f", &["`f`"]),
        ],
    },
];
