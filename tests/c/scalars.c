#include "scalars.h"

long double sc_global = 2.5L;
const long double sc_array[3] = { 1.0L, -2.0L, LDBL_MAX };
double _Complex sc_complex_global = 1.0;
__int128 sc_wide_global = -1;

long double sc_next(long double x) { return x + 1; }
long double sc_mixed(int a, long double b, char c, sc_extended d, double e) { return a + b * c - d / e; }
float _Complex sc_turn_f(float _Complex z) { return z * (float _Complex)I; }
double _Complex sc_turn(int by, sc_point z) { return by * z * I; }
long double _Complex sc_turn_l(long double _Complex z) { return z * I; }
double sc_first(long double const *values, int n) { return n ? (double)values[0] : 0; }
struct sc_fields sc_fields_next(struct sc_fields f) { f.c++; f.l += 1; f.z += 1; f.d++; f.w += I; return f; }
__int128 sc_negate(__int128 i) { return -i; }
sc_wide sc_shift(int by, sc_wide u, char c) { return (u << by) + c; }
struct sc_widths sc_widths_next(struct sc_widths w) { w.c++; w.i++; w.d++; w.u++; return w; }

void sc_narrow(const long double *from, double *to, int n) { for (int i = 0; i < n; i++) to[i] = (double)from[i]; }
void sc_widen(const double *from, long double *to, int n) { for (int i = 0; i < n; i++) to[i] = from[i]; }
int sc_less(long double a, long double b) { return a < b; }

wchar_t sc_upper(wchar_t w) { return w - 32; }
int sc_vsum(int n, va_list arguments) {
    int sum = 0;
    while (n--) sum += va_arg(arguments, int);
    return sum;
}
int sc_sum(int n, ...) {
    va_list arguments;
    va_start(arguments, n);
    int sum = sc_vsum(n, arguments);
    va_end(arguments);
    return sum;
}
int sc_visit(sc_visitor visitor, int n, ...) {
    va_list arguments;
    va_start(arguments, n);
    int sum = visitor(n, arguments);
    va_end(arguments);
    return sum;
}
long double sc_step(long double x) { return x * 1.0000001L + 1e-12L; }
long double sc_steps(int n) {
    long double x = 1;
    while (n-- > 0) x = sc_step(x);
    return x;
}
