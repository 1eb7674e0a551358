//! Records, arrays and enums as CFFI's tests use them.

use crate::{Accepted, Refused};

pub(crate) const ACCEPTED: &[Accepted] = &[
    Accepted {
        name: "records_flexible_array_with_an_unaligned_tail",
        header: "struct f { int i; char c; char tail[]; }; struct nest { int k; struct f f; };",
        block: "struct f { int i; char c; char tail[]; };\nstruct nest { int k; struct f f; };",
        then: "const _: () = assert!(core::mem::size_of::<f>() == 8 && core::mem::offset_of!(f, tail) == 5);\n\
               const _: () = assert!(core::mem::size_of::<nest>() == 12);",
    },
    Accepted {
        name: "records_array_of_no_length_in_the_middle",
        header: "struct z { int a; int b[0]; int c; };",
        block: "struct z { int a; int b[0]; int c; };",
        then: "const _: () = assert!(core::mem::offset_of!(z, b) == 4 && core::mem::size_of::<z>() == 8);",
    },
    Accepted {
        name: "records_lengths_that_are_not_given",
        header: "struct s { int n; int a[3]; char b; }; struct t { int a[2]; int c; };",
        block: "struct s { int a[]; char b; ...; };\nstruct t { int a[]; ...; };",
        then: "const _: () = assert!(core::mem::size_of::<s>() == 20 && core::mem::offset_of!(s, b) == 16);\n\
               const _: [core::ffi::c_int; 2] = t::zeroed().a;",
    },
    Accepted {
        name: "records_asked_lengths_in_every_place",
        header: "struct s { int before, a[2][3], b[4][5], c[6][7], d[8]; }; extern int g[2][3], h[4][5], i[6][7], j[8];\n\
                 typedef int t[2][3], u[8], v[4][5], x[6][7], y[2][9]; typedef u w[3]; struct h { u a; u *b; u **c; };\n\
                 void f(u a, u *b, u **c, u *d[2]); extern u gu; extern w gw;",
        block: "struct s { int a[...][...], b[][...], c[6][...], d[...]; ...; };\n\
                extern int g[...][...], h[][...], i[6][...], j[...];\n\
                typedef int t[...][3]; typedef int u[...]; typedef int v[4][...]; typedef int x[6][...]; typedef int y[...][...];\n\
                typedef u w[...]; struct h { u a; u *b; u **c; };\n\
                void f(u a, u *b, u **c, u *d[2]); extern u gu; extern w gw;",
        then: "use core::ffi::c_int;\nconst S: s = s::zeroed();\n\
               const _: ([[c_int; 3]; 2], [[c_int; 5]; 4], [[c_int; 7]; 6], [c_int; 8]) = (S.a, S.b, S.c, S.d);\n\
               const _: fn() -> *mut [[c_int; 3]; 2] = g;\nconst _: fn() -> *mut [c_int; 5] = h;\n\
               const _: fn() -> *mut [[c_int; 7]; 6] = i;\nconst _: fn() -> *mut [c_int; 8] = j;\n\
               const _: (t, u, v, x, y, w) = ([[0; 3]; 2], [0; 8], [[0; 5]; 4], [[0; 7]; 6], [[0; 9]; 2], [[0; 8]; 3]);\n\
               const _: fn(&h) -> (&[c_int; 8], &*mut [c_int; 8], &*mut *mut [c_int; 8]) = |h| (&h.a, &h.b, &h.c);\n\
               const _: unsafe extern \"C\" fn(*mut c_int, *mut [c_int; 8], *mut *mut [c_int; 8], *mut *mut [c_int; 8]) = f;\n\
               const _: fn() -> *mut [c_int; 8] = gu;\nconst _: fn() -> *mut [[c_int; 8]; 3] = gw;",
    },
    Accepted {
        name: "records_partial_inside_unions",
        header: "struct p { char hidden; int shown; long more; }; union u { char c; struct p p; struct p two[2]; };\n\
                 union part { long hidden[3]; short shown; }; struct s { char c; union part part; int after; };",
        block: "struct p { int shown; ...; }; union u { char c; struct p p; struct p two[2]; };\n\
                union part { short shown; ...; }; struct s { int after; union part part; ...; };",
        then: "const _: () = assert!(size_of::<p>() == 16 && size_of::<u>() == 32 && size_of::<part>() == 24);\n\
               const _: () = assert!(core::mem::offset_of!(s, part) == 8 && core::mem::offset_of!(s, after) == 32);",
    },
    Accepted {
        name: "records_in_the_manner_of_nvg_colors",
        header: "typedef union { float rgba[4]; struct { float r, g, b, a; }; } color; color mix(color c);\n\
                 struct deep { struct { union { int i; float f; }; struct { char c; union { short s; long l; }; }; }; int end; };",
        block: "typedef union { float rgba[4]; struct { float r, g, b, a; }; } color; color mix(color c);\n\
                struct deep { struct { union { int i; float f; }; struct { char c; union { short s; long l; }; }; }; int end; };",
        then: "const _: () = assert!(core::mem::size_of::<color>() == 16 && core::mem::offset_of!(deep, end) == 24);\n\
               #[allow(dead_code)]\nfn blue(c: &color) -> *const core::ffi::c_float { c.b() }\n\
               #[allow(dead_code)]\nfn long(d: &deep) -> *const core::ffi::c_long { d.l() }",
    },
    Accepted {
        name: "records_of_qualified_fields",
        header: "struct s { const int a; volatile int b; int *restrict c; const volatile int *const volatile d; const int e[3];\n\
                 const char *const f[2]; const struct { int x; int y[2]; struct { int z; } in; } g; volatile struct { const int y; } h;\n\
                 const unsigned i : 3; const struct { int j; struct { int k; }; }; const struct { int l; } *m; };\n\
                 typedef const struct { int a; } t; typedef volatile struct { int a; } *p; struct s make(struct s *const restrict p);",
        block: "struct s { const int a; volatile int b; int *restrict c; const volatile int *const volatile d; const int e[3];\n\
                const char *const f[2]; const struct { int x; int y[2]; struct { int z; } in; } g; volatile struct { const int y; } h;\n\
                const unsigned i : 3; const struct { int j; struct { int k; }; }; const struct { int l; } *m; };\n\
                typedef const struct { int a; } t; typedef volatile struct { int a; } *p; struct s make(struct s *const restrict p);",
        then: "",
    },
    Accepted {
        name: "records_behind_pointers_to_pointers",
        header: "typedef struct { int a, b; } **pp; static inline int f(pp p) { return (*p)->b; }\n\
                 typedef struct { int a, b; } *one; static inline int g(one o) { return o->b; }",
        block: "typedef struct { int a, b; } **pp; int f(pp p);\ntypedef struct { int b; ...; } *one; int g(one o);",
        then: "const _: unsafe extern \"C\" fn(*mut *mut pp_pointee) -> core::ffi::c_int = f;\n\
               const _: () = assert!(core::mem::size_of::<one_pointee>() == 8);",
    },
    Accepted {
        name: "records_whose_functions_take_them_by_value",
        header: "struct s { int (*f)(struct s); struct s (*g)(struct s *, struct s); };\n\
                 struct t; struct u { struct t *(*f)(struct u *); }; struct t { struct u u; };",
        block: "struct s { int (*f)(struct s); struct s (*g)(struct s *, struct s); };\n\
                struct t; struct u { struct t *(*f)(struct u *); }; struct t { struct u u; };",
        then: "",
    },
    Accepted {
        name: "records_whose_functions_take_them_by_value_without_a_header",
        header: "",
        block: "struct s { int (*f)(struct s); struct s (*g)(struct s *, struct s); };",
        then: "",
    },
    Accepted {
        name: "records_larger_than_a_file",
        header: "struct r { int i; char a[0x7fffffff00]; }; extern struct r ok; extern char b[3000000000];",
        block: "struct r { int i; char a[0x7fffffff00]; };\nextern struct r ok;\nextern char b[...];",
        then: "const _: () = assert!(core::mem::size_of::<r>() == 0x7fffffff04);\nconst _: fn() -> *mut [core::ffi::c_char; 3000000000] = b;",
    },
    Accepted {
        name: "enums_whose_hidden_values_change_their_type",
        header: "enum a { A1, A2 = 0x7fffffff, A3 = 1 }; enum b { B1 = -1, B2, B3 = 4294967295 };\n\
                 enum c { C1, C2 = 9223372036854775807LL }; enum d { D1 = -1, D2 = 2147483647 };\n\
                 enum f { F1 = -2147483647 - 1, F2 }; enum g { G1, G2 = 4294967295, G3 = 4294967296 };\n\
                 enum h { H1 = 4294967295, H2 = 0 }; enum i { I1 = 18446744073709551615ULL, I2 = 0 };",
        block: "enum a { A1, ... }; enum b { B2, ... }; enum c { C1, ... }; enum d { D2, ... };\n\
                enum f { F2 = ..., ... }; enum g { G1, ... }; enum h { H2 = ..., ... }; enum i { I2 = ..., ... };",
        then: "const _: (u32, i64, u64, i32) = (A1.0, B2.0, C1.0, D2.0);\nconst _: (i32, u64, u32, u64) = (F2.0, G1.0, H2.0, I2.0);",
    },
    Accepted {
        name: "names_of_our_own_parameters",
        header: "enum f { A }; enum other { B = 2 }; enum value { C }; enum bytes { D }; enum word { E }; enum this { F }; enum len { G };\n\
                 struct s { unsigned a : 3; enum f b : 2; }; struct tail { int n; int t[]; }; struct part { int x, y; };\n\
                 struct __attribute__((packed)) two { char c; int i __attribute__((aligned(2))); };",
        block: "enum f { A }; enum other { B = 2 }; enum value { C }; enum bytes { D }; enum word { E }; enum this { F }; enum len { G };\n\
                struct s { unsigned a : 3; enum f b : 2; }; struct tail { int n; int t[]; }; struct part { int y; ...; };\n\
                struct two { char c; int i; ...; };",
        then: "",
    },
];

pub(crate) const REFUSED: &[Refused] = &[
    Refused {
        name: "records_const_of_a_nested_record",
        header: "struct s { const struct { int x; } g; };",
        block: "struct s { struct { int x; } g; };",
        messages: &[("x", &["`x`", "const int", "`int`"])],
    },
    Refused {
        name: "records_array_without_length_in_the_middle",
        header: "struct s { int n; int a[3]; char b; };",
        block: "struct s { int n; int a[]; char b; };",
        messages: &[("a", &["`[...]`"])],
    },
    Refused {
        name: "records_lengths_beside_asked_ones",
        header: "struct s { int a[2][3]; }; extern int g[2][3]; typedef int t[2][3];",
        block: "struct s { int a[10][...]; }; extern int g[10][...]; typedef int t[...][4];",
        messages: &[("a", &["`a`", "[2]", "[10]"]), ("g", &["`g`", "[2]", "[10]"]), ("t", &["`t`", "[3]", "[4]"])],
    },
    Refused {
        name: "records_field_of_a_typedef_without_length",
        header: "typedef int v[4]; struct s { v a; int b; }; struct t { int n; v a; }; extern v g; void f(v a);",
        block: "typedef int v[]; struct s { v a; int b; }; struct t { int n; v a; }; extern v g; void f(v a);",
        messages: &[("a", &["`v`, whose length is left out"]), ("a", &["`v`, whose length is left out"])],
    },
];
