#![dlopen("libz.so.1", "libz.so")]
#include <stdlib.h>
typedef struct { long quot; ...; } ldiv_t;
int abs(int a);
ldiv_t ldiv(long a, long b);
int atexit(void (*f)(void)) cdef_optional;
int twice(int a) { return abs(a) * 2; }
