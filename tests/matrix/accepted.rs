//! Right blocks that stricter checks might refuse, and those that CFFI refuses.

use crate::Accepted;

pub(crate) const CASES: &[Accepted] = &[
    Accepted {
        name: "pragma_operators",
        header: "_Pragma(\"pack(push, 2)\") struct q { char a; int b; }; _Pragma(\"pack(pop)\") struct r { char a; int b; };\n\
                 static inline int f(int a) { _Pragma(\"GCC diagnostic push\") return a; _Pragma(\"GCC diagnostic pop\") }",
        block: "_Pragma(\"pack(push, 2)\")\nstruct q { char a; int b; };\n_Pragma(\"pack(pop)\")\n\
                struct r { char a; int b; };\nint f(int a);\n\
                int g(int a) { _Pragma(\"GCC diagnostic push\") return a; _Pragma(\"GCC diagnostic pop\") }",
        then: "const _: () = assert!(size_of::<q>() == 6 && size_of::<r>() == 8);",
    },
    Accepted {
        name: "h03_bitfields",
        header: "struct s { unsigned a : 3; int : 2; _Bool b : 1; int : 0; long long c : 40; };",
        block: "struct s { unsigned a : 3; int : 2; _Bool b : 1; int : 0; long long c : 40; };",
        then: "const _: () = assert!(size_of::<s>() == 16);",
    },
    Accepted {
        name: "h04_anonymous_members",
        header: "struct s { int kind; union { int i; struct { char c; union { long l; float f; }; }; }; };",
        block: "struct s { int kind; union { int i; struct { char c; union { long l; float f; }; }; }; };",
        then: "const _: () = assert!(size_of::<s>() == 24);",
    },
    Accepted {
        name: "h10_packed_and_aligned",
        header: "struct __attribute__((packed)) p { char a; int b; };\n#pragma pack(push, 2)\nstruct q { char a; int b; };\n\
                 #pragma pack(pop)\nstruct r { char a; _Alignas(16) int b; };\n\
                 struct t { char a; int b; } __attribute__((packed, aligned(4)));",
        block: "struct __attribute__((packed)) p { char a; int b; };\n#pragma pack(push, 2)\nstruct q { char a; int b; };\n\
                #pragma pack(pop)\nstruct r { char a; _Alignas(16) int b; };\n\
                struct t { char a; int b; } __attribute__((packed, aligned(4)));",
        then: "const _: () = assert!(size_of::<p>() == 5 && size_of::<q>() == 6 && size_of::<r>() == 32 && size_of::<t>() == 8);",
    },
    Accepted {
        name: "h12_declared_twice",
        header: "int f(int); extern int g; typedef int t; struct s; enum { A = 100000 };\n#define X 70000",
        block: "int f(int a);\nint f(int);\nextern int g;\nextern int g;\ntypedef int t;\ntypedef int t;\nstruct s;\nstruct s;\n#define X 70000\n#define X 70000",
        then: "const _: () = assert!(X == 70000);",
    },
    Accepted {
        name: "h12_declared_twice_without_a_header",
        header: "",
        block: "int abs(int a);\nint abs(int);\nextern char **environ;\nextern char **environ;\ntypedef int t;\ntypedef int t;",
        then: "",
    },
    Accepted {
        name: "h12_opaque_then_complete",
        header: "struct s { int a; }; struct s *f(void);",
        block: "struct s;\nstruct s *f(void);\nstruct s { int a; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 4);",
    },
    Accepted {
        name: "h13_empty_struct",
        header: "struct empty {}; struct holder { int a; struct empty e; };",
        block: "struct empty {};\nstruct holder { int a; struct empty e; };",
        then: "const _: () = assert!(core::mem::size_of::<empty>() == 0 && core::mem::size_of::<holder>() == 4);",
    },
    Accepted {
        name: "h13_empty_struct_without_a_header",
        header: "",
        block: "struct empty {};",
        then: "const _: () = assert!(core::mem::size_of::<empty>() == 0);",
    },
    Accepted {
        name: "qualifiers_of_parameters",
        header: "void f(const int a, char *restrict b, int *const c);",
        block: "void f(int a, char *b, int *c);",
        then: "",
    },
    Accepted {
        name: "spellings_of_one_type",
        header: "unsigned long f(long long int a, short b, signed c);",
        block: "long unsigned int f(long long a, signed short int b, int c);",
        then: "",
    },
    Accepted { name: "unprototyped_function", header: "int f();", block: "int f(void);", then: "" },
    Accepted {
        name: "attributes_of_the_header",
        header: "__attribute__((nonnull, nothrow, visibility(\"default\"))) int f(char *a); _Noreturn void g(void);",
        block: "int f(char *a);\nvoid g(void);",
        then: "",
    },
    Accepted {
        name: "arrays_as_parameters",
        header: "int f(int a[4], int (*g)(int)); extern char *names[];",
        block: "int f(int *a, int g(int));\nextern char *names[];",
        then: "",
    },
    Accepted {
        name: "typedef_of_the_header_alone",
        header: "typedef int t; t f(t a); struct s { t a; };",
        block: "int f(int a);\nstruct s { int a; };",
        then: "",
    },
    Accepted {
        name: "field_that_is_a_macro",
        header: "struct s { struct { int deep; } inner; };\n#define shallow inner.deep",
        block: "struct s { int shallow; ...; };",
        then: "const _: () = assert!(core::mem::offset_of!(s, shallow) == 0);",
    },
    Accepted {
        name: "parameter_names_that_are_macros",
        header: "#include <complex.h>\nint f(int, int);\n#define unix 1",
        block: "int f(int I, int unix);",
        then: "",
    },
    Accepted {
        name: "fortified_functions",
        header: "#define _FORTIFY_SOURCE 2\n#include <string.h>\n#include <stdio.h>",
        block: "void *memcpy(void *to, const void *from, size_t n);\nint snprintf(char *to, size_t n, const char *format, ...);",
        then: "",
    },
    Accepted {
        name: "exact_values_as_expressions",
        header: "enum e { A = 1 << 4, B, C = A | B, D = 'x', E = sizeof(int) }; struct s { int a[C]; };",
        block: "enum e { A = 16, B, C = A + 1, D = 0x78, E = sizeof(int) };\nstruct s { int a[C]; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 17 * 4);",
    },
    Accepted {
        name: "flexible_member",
        header: "struct s { int n; char tail[]; };",
        block: "struct s { int n; char tail[]; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 4);",
    },
    Accepted {
        name: "zero_length_array",
        header: "struct s { int n; char tail[0]; };",
        block: "struct s { int n; char tail[0]; };",
        then: "",
    },
    Accepted { name: "stray_semicolons", header: "int f(void);", block: ";\nint f(void);;\n", then: "" },
    Accepted {
        name: "pointers_to_functions_of_many_parameters",
        header: "struct s { int (*many)(int, int, int, int, int, int, int, int, int, int, int, int, int, int); int (*variadic)(const char *, ...); };",
        block: "struct s { int (*many)(int, int, int, int, int, int, int, int, int, int, int, int, int, int); int (*variadic)(const char *, ...); };",
        then: "pub fn shows(s: &s) -> impl core::fmt::Debug { s }",
    },
    Accepted {
        name: "functions_of_functions",
        header: "void (*signal_like(int n, void (*f)(int)))(int); typedef int (*(*deep)(void))(char); extern int (*(*table)[3])(void);",
        block: "void (*signal_like(int n, void (*f)(int)))(int);\ntypedef int (*(*deep)(void))(char);\nextern int (*(*table)[3])(void);",
        then: "",
    },
    Accepted {
        name: "long_arrays",
        header: "struct s { int a[100]; char b[3][40]; };",
        block: "struct s { int a[100]; char b[3][40]; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 520);",
    },
    Accepted {
        name: "enumerators_of_one_value",
        header: "enum e { A, B = 0, C = 0, D };",
        block: "enum e { A, B = 0, C = A, D };",
        then: "const _: () = assert!(C.0 == 0 && D.0 == 1);",
    },
    Accepted {
        name: "enumerators_of_64_bits",
        header: "enum e { A = 0x100000000LL, B = -1 }; enum u { U = 0xffffffffffffffffULL };",
        block: "enum e { A = 0x100000000LL, B = -1 };\nenum u { U = ... };",
        then: "const _: () = assert!(A.0 == 1 << 32 && B.0 == -1 && U.0 == u64::MAX);",
    },
    Accepted {
        name: "enumerator_of_its_enums_name",
        header: "enum same { same, other };",
        block: "enum same { same, other };",
        then: "const _: same = other;",
    },
    Accepted {
        name: "parameters_of_other_items_names",
        header: "enum color { RED }; struct point { int x; };\n#define LIMIT 3\nstatic inline int f(enum color color, struct point point, int LIMIT_, int RED_) { return color + point.x; } int g(int color, int point, int f);",
        block: "enum color { RED };\nstruct point { int x; };\n#define LIMIT ...\nint f(enum color color, struct point point, int LIMIT, int RED);\nint g(int color, int point, int f);",
        then: "",
    },
    Accepted {
        name: "parameters_of_our_own_names",
        header: "struct p { int hidden; int a; }; struct p f(struct p __out, int __stub, struct p p);",
        block: "struct p { int a; ...; };\nstruct p f(struct p __out, int __stub, struct p p);",
        then: "",
    },
    Accepted {
        name: "parameters_that_become_alike",
        header: "int f(int, int arg1, int self, int self_); int g(int, int, int type);",
        block: "int f(int, int arg1, int self, int self_);\nint g(int arg2, int, int type);",
        then: "",
    },
    Accepted {
        name: "fields_of_our_own_names",
        header: "struct p { char first; int _hidden0; char middle; int _hidden1; int anon1; int zeroed; int this; };",
        block: "struct p { int _hidden0; int _hidden1; int anon1; int zeroed; int this; ...; };",
        then: "const _: () = assert!(p::zeroed().this == 0);",
    },
    Accepted {
        name: "opaque_variable",
        header: "struct s; typedef struct s t; extern struct s g; extern t h;",
        block: "struct s;\ntypedef ... t;\nextern struct s g;\nextern t h;",
        then: "",
    },
    Accepted {
        name: "tags_and_typedefs_in_any_order",
        header: "typedef struct s *s_p; struct s { int a; s_p next; }; typedef struct s s_t; typedef struct t t; struct t { t *next; };",
        block: "typedef struct s *s_p;\nstruct s { int a; s_p next; };\ntypedef struct s s_t;\ntypedef struct t t;\nstruct t { t *next; };",
        then: "const _: fn(s) -> s_t = |s| s;",
    },
    Accepted {
        name: "typedef_of_another_tags_name",
        header: "struct name { int a; }; typedef int name; name f(struct name *p);",
        block: "struct name { int a; };\ntypedef int name;\nname f(struct name *p);",
        then: "const _: name = 1;",
    },
    Accepted {
        name: "static_array_parameters",
        header: "int f(int a[static 4], char *argv[], const int b[restrict]);",
        block: "int f(int a[static 4], char *argv[], const int b[restrict]);",
        then: "",
    },
    Accepted {
        name: "constants_of_every_spelling",
        header: "#define A 1UL\n#define B 0X1fLL\n#define C 0b101\n#define D 'x'\n#define E (sizeof(int) * 2u)\n#define F -1.5e-3\n#define G 1.f\n#define H \"a\" \"b\"",
        block: "#define A 1\n#define B 31\n#define C 5\n#define D 120\n#define E 8\n#define F -0.0015\n#define G 1.0f\n#define H \"ab\"",
        then: "const _: () = assert!(A == 1 && B == 31 && C == 5 && E == 8);",
    },
    Accepted {
        name: "names_of_rusts_own",
        header: "void drop(int a); int main(void); struct str { int len; }; struct String { struct str *s; }; int Some(struct String *Box); enum Result { Ok, Err };",
        block: "void drop(int a);\nint main(void);\nstruct str { int len; };\nstruct String { struct str *s; };\nint Some(struct String *Box);\nenum Result { Ok, Err };",
        then: "",
    },
    Accepted {
        name: "const_in_every_place",
        header: "typedef const int ci; extern ci g; extern const char *const *const h[2]; struct s { ci a; const struct s *const next; }; ci *f(const ci *a);",
        block: "typedef const int ci;\nextern ci g;\nextern const char *const *const h[2];\nstruct s { ci a; const struct s *const next; };\nci *f(const ci *a);",
        then: "const _: fn() -> *const core::ffi::c_int = g;",
    },
    Accepted {
        name: "nested_unions_and_arrays_of_records",
        header: "struct s { struct { int x; } grid[2][3]; union { struct { int a, b; } pair; long l; } u[2]; };",
        block: "struct s { struct { int x; } grid[2][3]; union { struct { int a, b; } pair; long l; } u[2]; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 40);",
    },
    Accepted {
        name: "arrays_in_typedefs_in_arrays",
        header: "typedef int row[4]; typedef row grid[2]; extern grid g[3]; struct s { grid a; }; int f(grid a, row *b);",
        block: "typedef int row[4];\ntypedef row grid[2];\nextern grid g[3];\nstruct s { grid a; };\nint f(grid a, row *b);",
        then: "const _: fn() -> *mut [[[core::ffi::c_int; 4]; 2]; 3] = g;",
    },
];
