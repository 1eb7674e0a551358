#ifndef MACROS_H
#define MACROS_H

#include <stddef.h>

#define MACRO_MAX(a, b) ((a) > (b) ? (a) : (b))
#define MACRO_HALF(x) ((x) / 2.0)
#define MACRO_FIRST(s) ((s)[0])
#define MACRO_SET(p, v) do { *(p) = (v); } while (0)
#define MACRO_ALIAS macro_target
#define MACRO_NOTHING() ((void)0)

int macro_target(int i);

struct macro_point { int x, y; };

static inline int inline_add(int a, int b) { return a + b; }
static inline const char *inline_name(void) { return "inline"; }
static inline void inline_fill(int *to, size_t count, int value) {
    for (size_t i = 0; i < count; i++) to[i] = value;
}
static inline struct macro_point inline_point(int x, int y) {
    struct macro_point p = { x, y };
    return p;
}
inline int c99_inline(int i) { return i * 3; }
static double static_only(double d) { return d + 1; }

#endif
