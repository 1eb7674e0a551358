#include <stddef.h>

typedef int td_int;
typedef td_int td_chain;
typedef const char *td_text;
typedef double td_vector[3];
typedef int (*td_operation)(int, int);
typedef int td_function(int);
typedef struct { int a; } td_record;
typedef struct td_tagged { long b; } td_tagged;
typedef struct td_tagged *td_pointer;

typedef unsigned char some_byte;
typedef short some_short;
typedef unsigned int some_unsigned;
typedef long some_long;
typedef unsigned long long some_wide;
typedef float some_float;
typedef double some_double;

typedef unsigned short implicit_integer;
typedef double implicit_float;
typedef struct { char bytes[24]; } implicit_record;
struct implicit_tag { int hidden; };
typedef struct implicit_tag *implicit_handle;

td_int td_add(td_int a, td_chain b);
td_text td_name(void);
double td_norm(const td_vector v);
int td_apply(td_operation f, int a, int b);
int td_call(td_function *f, int a);
int td_read(const td_record *r, td_pointer p);
some_byte some_bytes(some_byte b, some_short s, some_unsigned u, some_long l, some_wide w);
some_double some_floats(some_float f, some_double d);
implicit_integer implicit_twice(implicit_integer i);
implicit_float implicit_half(implicit_float f);
void implicit_init(implicit_record *r);
int implicit_read(const implicit_record *r);
implicit_handle implicit_open(void);
int implicit_value(implicit_handle h);
