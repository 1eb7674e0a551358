#include <stdarg.h>

/* Adds up to a -1. */
int va_sum(int first, ...);
/* The kinds are i, u, l, d, s (length) and p (whether it is null). */
double va_mixed(const char *kinds, ...);
int va_through(int count, va_list arguments);
