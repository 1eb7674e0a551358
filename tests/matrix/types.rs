//! Types, attributes, constant expressions and names: what a right block may say of them, and what a wrong one is told.

use crate::{Accepted, Refused};

pub(crate) const ACCEPTED: &[Accepted] = &[
    Accepted {
        name: "type_specifiers_in_any_order",
        header: "long unsigned a(void); extern const volatile unsigned char b; long double c(long double *); typedef unsigned __int128 d; double _Complex e(void);",
        block: "unsigned int long a(void);\nextern char volatile unsigned const b;\ndouble long c(double long *);\ntypedef __int128 unsigned d;\n_Complex double e(void);",
        then: "",
    },
    Accepted {
        name: "type_qualifiers_in_every_spelling",
        header: "void a(const char *const *__restrict p, volatile int *q); extern const int b; char *c(char *restrict, const char *restrict); typedef long long d;",
        block: "void a(char __const *const *__restrict__ p, __volatile__ int *q);\nextern int const b;\nchar *c(char *__restrict, char const *__restrict);\n__extension__ typedef long long d;",
        then: "",
    },
    Accepted {
        name: "type_functions_by_typedef",
        header: "typedef int op(int, int); op add; int apply(op, int a[4], op *);",
        block: "typedef int op(int, int);\nop add;\nint apply(op f, int a[], op *g);",
        then: "const _: unsafe extern \"C\" fn(core::ffi::c_int, core::ffi::c_int) -> core::ffi::c_int = add;",
    },
    Accepted {
        name: "type_adjusted_parameters",
        header: "void a(int m[2][3], char *argv[], int f(void)); void b(int n, const int v[static 2]); void c(char s[restrict]);",
        block: "void a(int m[][3], char **argv, int (*f)(void));\nvoid b(int n, int const *v);\nvoid c(char *s);",
        then: "",
    },
    Accepted {
        name: "type_characters",
        header: "#include <wchar.h>\n#include <uchar.h>\nsize_t a(wchar_t *p, char16_t c, char32_t d); extern wchar_t b[2];",
        block: "size_t a(wchar_t *p, char16_t c, char32_t d);\nextern wchar_t b[2];",
        then: "const _: () = assert!(core::mem::size_of::<wchar_t>() == 4);",
    },
    Accepted {
        name: "type_characters_without_a_header",
        header: "",
        block: "size_t wcslen(const wchar_t *text);\nstruct s { wchar_t w; char16_t c; char32_t d; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 12);",
    },
    Accepted {
        name: "type_va_list",
        header: "#include <stdarg.h>\n#include <stdio.h>\ntypedef void (*logger)(void *, const char *, va_list); int out(FILE *, const char *, va_list); void by_address(va_list *);",
        block: "typedef void (*logger)(void *, const char *, va_list);\nint out(FILE *, const char *, va_list);\nvoid by_address(va_list *);",
        then: "",
    },
    Accepted {
        name: "type_atomic",
        header: "struct s { _Atomic int a; _Atomic(long) b; char *_Atomic c; }; extern _Atomic unsigned g; void f(_Atomic int *p);",
        block: "struct s { int _Atomic a; _Atomic(long) b; _Atomic(char *) c; };\nextern _Atomic unsigned g;\nvoid f(_Atomic(int) *p);",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 24);",
    },
    Accepted {
        name: "type_attributes_in_every_place",
        header: "int a(int); struct s { int f; }; enum e { A, B }; extern int g; typedef int t; int b(const char *, ...); void c(void);",
        block: "__attribute__((warn_unused_result)) int __attribute__((pure)) a(int __attribute__((unused)) x) __attribute__((nothrow, nonnull(1)));\nstruct __attribute__((deprecated)) s { int f __attribute__((deprecated)); } __attribute__((may_alias));\nenum __attribute__((enum_extensibility(open))) e { A __attribute__((deprecated)), B };\nextern int g __attribute__((visibility(\"default\")));\ntypedef int t __attribute__((unused));\nextern int b(const char *format, ...) __attribute__((__format__(__printf__, 1, 2)));\n[[noreturn]] void c(void);",
        then: "",
    },
    Accepted {
        name: "type_attributes_of_c23",
        header: "int a(int); struct s { int f; }; enum e { A, B };",
        block: "[[nodiscard(\"why\")]] int a([[maybe_unused]] int x);\nstruct [[deprecated]] s { [[gnu::unused]] int f; };\nenum [[deprecated]] e { A [[deprecated]], B };",
        then: "",
    },
    Accepted {
        name: "type_calling_conventions_of_32_bits",
        header: "int a(int); typedef void (*b)(void);",
        block: "int __stdcall a(int);\ntypedef void (WINAPI *b)(void);\nint __cdecl a(int) __attribute__((stdcall));",
        then: "",
    },
    Accepted {
        name: "type_asm_labels",
        header: "int a(int) __asm__(\"real_a\"); extern int g __asm(\"real_g\");",
        block: "int a(int) __asm__(\"real_a\");\nextern int g __asm(\"real_\" \"g\");",
        then: "",
    },
    Accepted {
        name: "type_noreturn",
        header: "_Noreturn void a(void); void b(void) __attribute__((noreturn));",
        block: "void _Noreturn a(void);\nvoid b(void) __attribute__((__noreturn__));",
        then: "#[allow(dead_code)]\nfn f() -> ! { unsafe { a() } }\n#[allow(dead_code)]\nfn g() -> ! { unsafe { b() } }",
    },
    Accepted {
        name: "type_static_assertions",
        header: "struct s { int a, b; }; enum { COUNT = 3 };\n#define LEVEL 4",
        block: "_Static_assert(sizeof(struct s) == 8 && COUNT == 3, \"size\");\nstatic_assert(LEVEL > 3);\nstruct s { int a; _Static_assert(sizeof(int) == 4, \"inside, \" \"in two parts\"); int b; };\n_Static_assert(1, \"\");",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 8);",
    },
    Accepted {
        name: "type_static_assertions_without_a_header",
        header: "",
        block: "_Static_assert(sizeof(int) == 4 && 'a' == 97, \"ascii\");",
        then: "",
    },
    Accepted {
        name: "type_of_an_enum_without_a_header",
        header: "",
        block: "enum small : unsigned char { A, B = 200 };\nenum wide : unsigned long long { C = 0xffffffffffffffff };\nenum known : int16_t { D = -1 };\nenum : unsigned short { E = 65535 };",
        then: "const _: () = assert!(core::mem::size_of::<small>() == 1 && core::mem::size_of::<wide>() == 8);\nconst _: known = D;\nconst _: core::ffi::c_ushort = E;",
    },
    Accepted {
        name: "constant_expressions",
        header: "struct s { char a[12]; }; enum e { A = 3, B = -4, C = 65, D = 12, E = 8, F = 1, G = 97, H = 7 };\n#define N 5\nextern int v[17]; typedef int m[2][3];",
        block: "struct s { char a[sizeof(int) * 3]; };\n#define N 5\nenum e { A = N > 4 ? 3 : 2, B = ~A, C = 'A', D = sizeof(struct s), E = sizeof(void *), F = (_Bool)7, G = 'a', H = (unsigned char)263 };\nextern int v[D + N];\ntypedef int m[1 << 1][sizeof \"ab\"];",
        then: "const _: () = assert!(core::mem::size_of::<m>() == 24);",
    },
    Accepted {
        name: "constant_expressions_without_a_header",
        header: "",
        block: "#define N 5\nenum e { A = N > 4 ? 3 : 2, B = ~A, C = 'A' + '\\n', D = (char)65, E = -7 / 2, F = -7 % 3, G = 1 << 4 | 3, H = !0 && 1 };\nstruct s { char a[(A + N) * 2]; int b[sizeof(long long)]; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 48 && C.0 == 75 && E.0 == -3 && F.0 == -1 && G.0 == 19);",
    },
    Accepted {
        name: "names_of_rust",
        header: "typedef struct { int type, self, self_, crate_; } box; int match(int fn); extern int move; enum impl { dyn, Self }; box *super(box *self, box *Self);\n#define async 3",
        block: "typedef struct { int type, self, self_, crate_; } box;\nint match(int fn);\nextern int move;\nenum impl { dyn, Self };\nbox *super(box *self, box *Self);\n#define async 3",
        then: "const _: core::ffi::c_int = r#async;\nconst _: () = assert!(core::mem::offset_of!(r#box, self__) == 4 && core::mem::offset_of!(r#box, self_) == 8);",
    },
    Accepted {
        name: "names_in_two_name_spaces",
        header: "struct stat { int a; }; int stat(struct stat *); enum open { o }; int open(int); union u { int a; }; extern int u; typedef struct node { struct node *node; } node;",
        block: "struct stat { int a; };\nint stat(struct stat *);\nenum open { o };\nint open(int);\nunion u { int a; };\nextern int u;\ntypedef struct node { struct node *node; } node;",
        then: "",
    },
    Accepted {
        name: "names_of_the_prelude",
        header: "typedef int Option, Result, String, Vec, u8, str, Some_; struct Box { Option a; int (*f)(u8); }; enum Ok { None_, Some }; int drop(struct Box *); int assert_(int); extern int Default;",
        block: "typedef int Option, Result, String, Vec, u8, str, Some_;\nstruct Box { Option a; int (*f)(u8); };\nenum Ok { None_, Some };\nint drop(struct Box *);\nextern int Default;",
        then: "",
    },
    Accepted {
        name: "names_of_builtin_types_redefined",
        header: "",
        block: "typedef int bool, *FILE;\nbool f(FILE a);\ntypedef unsigned uint32_t;\nuint32_t g(void);",
        then: "const _: unsafe extern \"C\" fn(*mut core::ffi::c_int) -> core::ffi::c_int = f;",
    },
    Accepted {
        name: "texts_with_line_markers_and_comments",
        header: "int a(int), b(void), c(void);",
        block: "# 1 \"f.h\"\nint a(int /* an argument */ x); // the first\n# 20 \"g.h\" 2\n/* int no(void); */\n#line 30 \"h.h\"\nint b();\nint b();\nint c(void), b(void);\n;",
        then: "",
    },
    Accepted {
        name: "run_time_constants_of_their_type",
        header: "extern const long L; long long g(void); extern const char *const P;\n#define CALL g()\n#define POINTER ((const char *)\"text\")",
        block: "static const long L;\nstatic const long long CALL;\nstatic const char *const P;\nstatic const char *const POINTER;",
        then: "const _: fn() -> core::ffi::c_longlong = CALL;",
    },
];

pub(crate) const REFUSED: &[Refused] = &[
    Refused {
        name: "long_double_differs",
        header: "long double f(double); struct s { double a; }; extern long double g;",
        block: "double f(double);\nstruct s { long double a; };\nextern double g;",
        messages: &[("f", &["long double"]), ("a", &["double", "long double"]), ("g", &["long double"])],
    },
    Refused {
        name: "complex_differs",
        header: "double _Complex f(void); typedef float _Complex t;",
        block: "double f(void);\ntypedef double _Complex t;",
        messages: &[("f", &["_Complex"]), ("t", &["float", "double _Complex"])],
    },
    Refused {
        name: "int128_differs",
        header: "__int128 f(void); extern unsigned __int128 g;\n#define X ((__int128)1 << 100)",
        block: "unsigned __int128 f(void);\nextern __int128 g;\nstatic const long long X;",
        messages: &[
            ("f", &["__int128"]),
            ("g", &["__int128"]),
            ("X", &["1267650600228229401496703205376", "long long"]),
        ],
    },
    Refused {
        name: "long_double_that_no_double_holds",
        header: "#include <float.h>",
        block: "static const double LDBL_MAX;\n#define LDBL_MIN 1.5L\nstatic const float DBL_MAX;",
        messages: &[
            ("LDBL_MAX", &["long double", "`double`"]),
            ("LDBL_MIN", &["1.5", "long double"]),
            ("DBL_MAX", &["1.797", "`float`"]),
        ],
    },
    Refused {
        name: "run_time_constant_of_another_type",
        header: "extern const long L; long long g(void);\n#define CALL g()",
        block: "static const int L;\nstatic const int CALL;",
        messages: &[("L", &["`L`", "long", "`int`"]), ("CALL", &["`CALL`", "long long", "`int`"])],
    },
    Refused {
        name: "static_assertions_that_fail",
        header: "struct s { int a; };\n#define N 3",
        block: "_Static_assert(sizeof(struct s) == 8, \"eight bytes\");\nstatic_assert(N == 4);\nstruct s { int a; _Static_assert(0, \"never\"); };",
        messages: &[
            ("_Static_assert", &["eight bytes"]),
            ("static_assert", &["`N == 4` is false"]),
            ("_Static_assert", &["never"]),
        ],
    },
    Refused {
        name: "parts_of_texts_of_cffi",
        header: "int f(int);",
        block: "extern \"Python\" int f(int);\ntypedef int;\nenum e {};\nenum g { ..., A };",
        messages: &[
            ("extern", &["`extern \"Rust\"`"]),
            ("typedef", &["declares nothing"]),
            ("{", &["at least one enumerator"]),
            (".", &["end of the list"]),
        ],
    },
    Refused {
        name: "types_of_enums_without_a_header",
        header: "",
        block: "enum a : float { A };\nenum b : unsigned char { B = 256 };\nenum c : { C };",
        messages: &[("float", &["integer type", "float"]), ("256", &["`B` is 256"]), (":", &["missing"])],
    },
];
