#include "typedefs.h"

td_int td_add(td_int a, td_chain b) { return a + b; }
td_text td_name(void) { return "typedef"; }
double td_norm(const td_vector v) { return v[0] + v[1] + v[2]; }
int td_apply(td_operation f, int a, int b) { return f(a, b); }
int td_call(td_function *f, int a) { return f(a); }
int td_read(const td_record *r, td_pointer p) { return r->a + (int)p->b; }
some_byte some_bytes(some_byte b, some_short s, some_unsigned u, some_long l, some_wide w) {
    return b + s + u + l + w;
}
some_double some_floats(some_float f, some_double d) { return f + d; }
implicit_integer implicit_twice(implicit_integer i) { return i * 2; }
implicit_float implicit_half(implicit_float f) { return f / 2; }
void implicit_init(implicit_record *r) { r->bytes[23] = 5; }
int implicit_read(const implicit_record *r) { return r->bytes[23]; }
static struct implicit_tag implicit_only = { 17 };
implicit_handle implicit_open(void) { return &implicit_only; }
int implicit_value(implicit_handle h) { return h->hidden; }
