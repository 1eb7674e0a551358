#include <stddef.h>

struct global_pair { int a, b; };

extern int global_int;
extern unsigned char global_byte;
extern double global_double;
extern const int global_const;
extern const char *global_text;
extern const char *const global_const_text;
extern struct global_pair global_pair;
extern struct global_pair *global_pointer;
extern int global_array[4];
extern int (*global_function)(int);
extern volatile int global_volatile;
extern _Thread_local int global_thread_local;
static int global_static = 3;
extern int global_labelled __asm__("global_label_target");

extern signed char global_schar;
extern short global_short;
extern unsigned short global_ushort;
extern unsigned global_uint;
extern long global_long;
extern unsigned long global_ulong;
extern long long global_llong;
extern unsigned long long global_ullong;
extern _Bool global_bool;
extern float global_float;
extern const char *global_names[5];
int global_limits(void);

int *global_hidden_address(void);
#define global_macro (*global_hidden_address())
int global_addresses(void);
int *global_no_address(void);
#define global_nowhere (*global_no_address())

int global_read(void);
int global_thread_read(void);
