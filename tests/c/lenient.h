#ifndef LENIENT_H
#define LENIENT_H

struct lenient { int a; };

long lenient_number(short a, double b);
unsigned char lenient_narrow(unsigned a);
float lenient_float(int a);
int lenient_first(const int *list);
void *lenient_same(void *p);
const char *lenient_name(void);
int lenient_exact(struct lenient *s);
void lenient_set(int *to, long value);
#define lenient_macro(text) ((int)(text)[0])
int lenient_dropped(int *to);
#define LENIENT_SENTINEL ((void (*)(void *))-1)
extern int lenient_variable;

#endif
