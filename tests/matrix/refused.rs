//! Blocks with wrong types, enumerators and bitfields, and what is said about them.

use crate::Refused;

pub(crate) const CASES: &[Refused] = &[
    Refused {
        name: "h01_exact_enumerator",
        header: "enum e { A, B = 2, C };",
        block: "enum e { A, B, C = 3 };",
        messages: &[("B", &["`B`", "2 in the header", "1 in the block"])],
    },
    Refused {
        name: "h01_given_enumerator",
        header: "enum e { A, B = 2 };",
        block: "enum e { A = 5, ... };",
        messages: &[("5", &["`A`", "0 in the header", "5 in the block"])],
    },
    Refused {
        name: "h01_missing_enumerator",
        header: "enum e { A };",
        block: "enum e { A, GONE = ... };",
        messages: &[("GONE", &["`GONE`"])],
    },
    Refused {
        name: "h01_anonymous_enumerator",
        header: "enum { A = 7 };",
        block: "enum { A = 8 };",
        messages: &[("8", &["`A`", "7", "8"])],
    },
    Refused {
        name: "vector_length",
        header: "typedef float t __attribute__((vector_size(16)));",
        block: "typedef float t __attribute__((vector_size(8)));",
        messages: &[(
            "t",
            &["`t` is a vector of 4 `float` in the header and `__attribute__((vector_size(8))) float` in the block"],
        )],
    },
    Refused {
        name: "vector_elements",
        header: "typedef unsigned t __attribute__((vector_size(16)));",
        block: "typedef int t __attribute__((vector_size(16)));",
        messages: &[(
            "t",
            &[
                "`t` is a vector of 4 `unsigned int` in the header",
                "`__attribute__((vector_size(16))) int` in the block",
            ],
        )],
    },
    Refused {
        name: "vector_or_number",
        header: "typedef int a; typedef int b __attribute__((vector_size(16)));",
        block: "typedef int a __attribute__((vector_size(16)));\ntypedef int b;",
        messages: &[("a", &["`a` is `int` in the header", "vector_size"]), ("b", &["`b`", "`int` in the block"])],
    },
    Refused {
        name: "h02_number",
        header: "typedef double t; t f(t x);",
        block: "typedef int t; t f(t x);",
        messages: &[("t", &["`t`", "double", "int"])],
    },
    Refused {
        name: "h02_sign",
        header: "typedef unsigned t;",
        block: "typedef int t;",
        messages: &[("t", &["`t`", "unsigned", "int"])],
    },
    Refused {
        name: "h02_pointer",
        header: "typedef const char *t;",
        block: "typedef char *t;",
        messages: &[("t", &["`t`", "const char", "`char *`"])],
    },
    Refused {
        name: "h02_array_length",
        header: "typedef int t[4];",
        block: "typedef int t[5];",
        messages: &[("t", &["`t`", "4", "5"])],
    },
    Refused {
        name: "h02_function_pointer",
        header: "typedef int (*t)(long);",
        block: "typedef int (*t)(int);",
        messages: &[("t", &["`t`", "long", "int"])],
    },
    Refused {
        name: "h02_some_integer",
        header: "typedef float t;",
        block: "typedef int... t;",
        messages: &[("t", &["`t`", "float", "int..."])],
    },
    Refused {
        name: "h02_some_float",
        header: "typedef int t;",
        block: "typedef float... t;",
        messages: &[("t", &["`t`", "int", "float..."])],
    },
    Refused {
        name: "h02_opaque_pointer",
        header: "typedef int t;",
        block: "typedef ... *t;",
        messages: &[("t", &["`t`", "int", "... *"])],
    },
    Refused {
        name: "h02_missing",
        header: "typedef int t;",
        block: "typedef int misspelt;",
        messages: &[("misspelt", &["`misspelt`"])],
    },
    Refused {
        name: "h03_bitfield_width",
        header: "struct s { unsigned a : 3; };",
        block: "struct s { unsigned a : 4; };",
        messages: &[("a", &["`a`", "3 bits in the header", "4 in the block"])],
    },
    Refused {
        name: "h03_bitfield_sign",
        header: "struct s { int a : 3; };",
        block: "struct s { unsigned a : 3; };",
        messages: &[("a", &["`a`", "signed in the header", "unsigned in the block"])],
    },
    Refused {
        name: "h03_bitfield_order",
        header: "struct s { unsigned b : 3, a : 3; };",
        block: "struct s { unsigned a : 3, b : 3; };",
        messages: &[("a", &["`a`", "bit 3 in the header", "0 in the block"])],
    },
    Refused {
        name: "h03_bitfield_for_field",
        header: "struct s { unsigned a; };",
        block: "struct s { unsigned a : 31; };",
        messages: &[("a", &["`a`", "32 bits in the header", "31 in the block"])],
    },
    Refused {
        name: "h03_partial_bitfield_width",
        header: "struct s { int before; unsigned a : 3; };",
        block: "struct s { unsigned a : 4; ...; };",
        messages: &[("a", &["`a`", "3 bits in the header", "4 in the block"])],
    },
    Refused {
        name: "h03_missing_bitfield",
        header: "struct s { unsigned a : 3, b : 2; };",
        block: "struct s { unsigned a : 3; };",
        messages: &[("s", &["`struct s`", "doesn't list"])],
    },
    Refused {
        name: "h04_behind_an_anonymous_member",
        header: "struct s { int kind; union { int i; float f; }; };",
        block: "struct s { int kind; short i; ...; };",
        messages: &[("i", &["`i`", "`int`", "`short`"])],
    },
    Refused {
        name: "h04_in_an_anonymous_member",
        header: "struct s { int kind; union { int i; float f; }; };",
        block: "struct s { int kind; union { int i; double f; }; };",
        messages: &[("f", &["`f`", "`float`", "`double`"])],
    },
    Refused {
        name: "h04_bitfield_in_an_anonymous_member",
        header: "struct s { int kind; struct { struct { unsigned a : 3; }; }; };",
        block: "struct s { int kind; struct { struct { unsigned a : 5; }; }; };",
        messages: &[("a", &["`a`", "3 bits in the header", "5 in the block"])],
    },
    Refused {
        name: "h04_hidden_anonymous_member",
        header: "struct s { int kind; struct { char c; }; };",
        block: "struct s { int kind; };",
        messages: &[("s", &["`struct s`", "8 bytes in the header", "4 in the block"])],
    },
    Refused {
        name: "h05_parameter",
        header: "double f(double d);",
        block: "double f(float d);",
        messages: &[("f", &["double", "float"])],
    },
    Refused {
        name: "h05_result",
        header: "double f(double d);",
        block: "float f(double d);",
        messages: &[("f", &["double", "float"])],
    },
    Refused {
        name: "h05_parameter_count",
        header: "int f(int a);",
        block: "int f(int a, int b);",
        messages: &[("f", &["int"])],
    },
    Refused {
        name: "h05_variadic",
        header: "int f(int a, ...);",
        block: "int f(int a);",
        messages: &[("f", &["..."])],
    },
    Refused {
        name: "variadic_values",
        header: "struct p { int a, b; }; union u { int a; float f; }; struct b { unsigned a : 3; };\n\
                 struct __attribute__((packed)) k { char c; int i; }; typedef float v __attribute__((vector_size(16)));\n\
                 int f1(struct p a, ...); int f2(union u b, ...); int f3(struct b c, ...); int f4(struct k d, ...);\n\
                 int f5(long double e, ...); int f6(double _Complex g, ...); int f7(__int128 h, ...); int f8(v i, ...);\n\
                 struct p f9(int a, ...); long double f10(int a, ...); int f11(__float128 j, ...);",
        block: "struct p { int a; ...; };\nunion u { int a; float f; };\nstruct b { unsigned a : 3; };\n\
                struct __attribute__((packed)) k { char c; int i; };\n\
                int f1(struct p a, ...); int f2(union u b, ...); int f3(struct b c, ...); int f4(struct k d, ...);\n\
                int f5(long double e, ...); int f6(double _Complex g, ...); int f7(__int128 h, ...); int f8(v i, ...);\n\
                struct p f9(int a, ...); long double f10(int a, ...); int f11(__float128 j, ...);",
        messages: &[
            ("a", &["`f1` takes variable arguments, so no stub can pass `struct p`"]),
            ("b", &["`f2`", "no stub can pass `union u`"]),
            ("c", &["`f3`", "no stub can pass `struct b`"]),
            ("d", &["`f4`", "no stub can pass `struct k`"]),
            ("e", &["`f5`", "no stub can pass `long double`"]),
            ("g", &["`f6`", "no stub can pass `double _Complex`"]),
            ("h", &["`f7`", "no stub can pass `__int128`"]),
            ("i", &["`f8`", "no stub can pass `v`"]),
            ("f9", &["`f9`", "no stub can pass `struct p`"]),
            ("f10", &["`f10`", "no stub can pass `long double`"]),
            ("j", &["`f11`", "no stub can pass `__float128`"]),
        ],
    },
    Refused {
        name: "h05_not_variadic",
        header: "int f(int a);",
        block: "int f(int a, ...);",
        messages: &[("f", &["..."])],
    },
    Refused {
        name: "h05_inline_function",
        header: "static inline long f(long a) { return a; }",
        block: "int f(long a);",
        messages: &[("f", &["long", "int"])],
    },
    Refused {
        name: "h06_field",
        header: "struct s { unsigned u; };",
        block: "struct s { int u; };",
        messages: &[("u", &["`u`", "unsigned", "`int`"])],
    },
    Refused {
        name: "h06_partial_field",
        header: "struct s { char before; unsigned char u; };",
        block: "struct s { signed char u; ...; };",
        messages: &[("u", &["`u`", "unsigned char", "`signed char`"])],
    },
    Refused {
        name: "h06_global",
        header: "extern unsigned g;",
        block: "extern int g;",
        messages: &[("g", &["`g`", "unsigned", "`int`"])],
    },
    Refused {
        name: "h07_parameter",
        header: "void f(long *p);",
        block: "void f(int *p);",
        messages: &[("f", &["long", "int"])],
    },
    Refused {
        name: "h07_result",
        header: "const char *f(void);",
        block: "char *f(void);",
        messages: &[("f", &["const char", "char *"])],
    },
    Refused {
        name: "h07_field",
        header: "struct s { long *p; };",
        block: "struct s { int *p; };",
        messages: &[("p", &["`p`", "long", "`int *`"])],
    },
    Refused {
        name: "h07_const_field",
        header: "struct s { const char *p; };",
        block: "struct s { char *p; };",
        messages: &[("p", &["`p`", "const char", "`char *`"])],
    },
    Refused {
        name: "h07_global",
        header: "extern const char *g;",
        block: "extern char *g;",
        messages: &[("g", &["`g`", "const char", "`char *`"])],
    },
    Refused {
        name: "h07_const_global",
        header: "extern const int g;",
        block: "extern int g;",
        messages: &[("g", &["`g`", "const int", "`int`"])],
    },
    Refused {
        name: "h07_function_pointer_field",
        header: "struct s { int (*f)(char *); };",
        block: "struct s { int (*f)(int); };",
        messages: &[("f", &["`f`", "char *", "int"])],
    },
    Refused {
        name: "h07_record_of_another_name",
        header: "struct a { int i; }; struct b { int i; }; void f(struct a *p);",
        block: "struct a { int i; }; struct b { int i; }; void f(struct b *p);",
        messages: &[("f", &["struct a", "struct b"])],
    },
];
