#include <stdarg.h>

/* Adds up to a -1. */
int va_sum(int first, ...);
/* The kinds are i, u, l, d, s (length) and p (whether it is null). */
double va_mixed(const char *kinds, ...);
int va_through(int count, va_list arguments);

struct va_pair { int a; double b; };
struct va_large { long long values[4]; };
double va_records(int count, ...);
struct va_zero { int a; int none[0]; };
struct va_anonymous { int kind; struct { int x; struct { int y; }; }; };
int va_unusual(int count, ...);

static inline int va_inline(int count, ...) {
    va_list arguments;
    va_start(arguments, count);
    int sum = 0;
    while (count-- > 0) sum += va_arg(arguments, int);
    va_end(arguments);
    return sum;
}
#define va_inline_macro va_inline
