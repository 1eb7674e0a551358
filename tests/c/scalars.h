#include <stdarg.h>
#include <float.h>
#include <complex.h>
#include <stddef.h>
#include <stdatomic.h>

typedef long double sc_extended;
typedef double _Complex sc_point;
#ifdef __SIZEOF_INT128__
typedef unsigned __int128 sc_wide;
#endif

struct sc_fields { char c; long double l; float _Complex z; char d; long double _Complex w; };
struct sc_widths { char c; __int128 i; char d; unsigned __int128 u; };
struct sc_atomics { char c; _Atomic int i; _Atomic(long) l; atomic_uint u; _Atomic(char *) p; int *_Atomic q; };

long double sc_next(long double x);
long double sc_mixed(int a, long double b, char c, sc_extended d, double e);
float _Complex sc_turn_f(float _Complex z);
double _Complex sc_turn(int by, sc_point z);
long double _Complex sc_turn_l(long double _Complex z);
double sc_first(long double const *values, int n);
struct sc_fields sc_fields_next(struct sc_fields f);
__int128 sc_negate(__int128 i);
sc_wide sc_shift(int by, sc_wide u, char c);
struct sc_widths sc_widths_next(struct sc_widths w);
extern long double sc_global;
extern const long double sc_array[3];
extern double _Complex sc_complex_global;
extern __int128 sc_wide_global;

void sc_narrow(const long double *from, double *to, int n);
void sc_widen(const double *from, long double *to, int n);
int sc_less(long double a, long double b);

#define SC_MAX LDBL_MAX
#define SC_HALF 0.5L
#define SC_THIRD (1.0L / 3)
#define SC_BIG ((__int128)1 << 100)
#define SC_LEAST (-((__int128)1 << 100))
#define SC_LEAST_TYPED (2 * SC_LEAST)
#define SC_ALL (~(unsigned __int128)0)
static const long double sc_static = 0.1L;

wchar_t sc_upper(wchar_t w);
int sc_vsum(int n, va_list arguments);
int sc_sum(int n, ...);
typedef int (*sc_visitor)(int n, va_list arguments);
int sc_visit(sc_visitor visitor, int n, ...);

long double sc_step(long double x);
long double sc_steps(int n);
