#include "lenient.h"

int lenient_variable = 1;

long lenient_number(short a, double b) { return a + (long)b; }
unsigned char lenient_narrow(unsigned a) { return (unsigned char)a; }
float lenient_float(int a) { return (float)a / 2; }
int lenient_first(const int *list) { return list[0]; }
void *lenient_same(void *p) { return p; }
const char *lenient_name(void) { return "name"; }
int lenient_exact(struct lenient *s) { return s->a; }
void lenient_set(int *to, long value) { *to = (int)value; }
int lenient_dropped(int *to) { return *to = 4; }
