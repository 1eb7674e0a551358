#include "values.h"

struct v_small v_small_next(struct v_small s) { s.a++; s.b++; s.c++; return s; }
struct v_pair v_pair_next(struct v_pair p) { p.a++; p.b++; return p; }
struct v_large v_large_next(struct v_large l) { l.a[0]++; l.a[4]++; return l; }
struct v_floats v_floats_next(struct v_floats f) { f.x++; f.y++; f.z++; return f; }
struct v_nested v_nested_next(struct v_nested n) { n.small.c++; n.floats.z++; return n; }
union v_union v_union_next(union v_union u) { u.d++; return u; }
v_typedef v_typedef_next(v_typedef t) { t.i++; return t; }
double v_mixed(int a, struct v_small b, double c, struct v_pair d, struct v_large e, float f, struct v_floats g) {
    return a + b.c + c + d.b + e.a[4] + f + g.z;
}

struct v_partial v_partial_new(int shown) {
    struct v_partial p = { 1000, shown, 0.5 };
    return p;
}
int v_partial_sum(struct v_partial p) { return (int)p.hidden + p.shown + (p.also_hidden == 0.5); }
struct v_partial v_partial_next(int add, struct v_partial p, struct v_tiny_partial t) {
    p.shown += add + t.hidden * 100 + t.shown * 10;
    return p;
}
struct v_tiny_partial v_tiny_partial_new(short hidden, short shown) {
    struct v_tiny_partial t = { hidden, shown };
    return t;
}

struct v_char v_char_next(struct v_char c) { c.c++; return c; }
struct v_eight v_eight_swap(struct v_eight e) { int held = e.a; e.a = e.b; e.b = held; return e; }

struct v_zero v_zero_next(struct v_zero z) { z.a++; return z; }
struct v_anonymous v_anonymous_next(struct v_anonymous a) { a.kind++; a.i++; a.c++; a.s++; return a; }

struct v_float_partial v_float_partial_next(struct v_float_partial p) { p.hidden += 0.5; p.shown++; return p; }
int v_float_partial_sum(struct v_float_partial p) { return (int)(10 * p.hidden) + p.shown; }
