#include <float.h>
#include <limits.h>

#include "globals.h"

int global_int = 1;
unsigned char global_byte = 255;
double global_double = 2.5;
const int global_const = 33;
const char *global_text = "first";
const char *const global_const_text = "constant";
struct global_pair global_pair = { 1, 2 };
struct global_pair *global_pointer = &global_pair;
int global_array[4] = { 1, 2, 3, 4 };
static int negate(int i) { return -i; }
int (*global_function)(int) = negate;
volatile int global_volatile = 4;
_Thread_local int global_thread_local = 5;
int global_labelled = 44;

signed char global_schar = SCHAR_MIN;
short global_short = SHRT_MIN;
unsigned short global_ushort = USHRT_MAX;
unsigned global_uint = UINT_MAX;
long global_long = LONG_MIN;
unsigned long global_ulong = ULONG_MAX;
long long global_llong = LLONG_MIN;
unsigned long long global_ullong = ULLONG_MAX;
_Bool global_bool = 1;
float global_float = FLT_MAX;
const char *global_names[5] = { "zero", "one", "two" };
int global_limits(void) {
    return global_schar == SCHAR_MAX && global_short == SHRT_MAX && global_ushort == 0 && global_uint == 0
        && global_long == LONG_MAX && global_ulong == 0 && global_llong == LLONG_MAX && global_ullong == 0
        && !global_bool && global_float == -FLT_MAX && global_names[3] == global_names[1];
}

static int hidden = 21;
static int addresses;
int *global_hidden_address(void) {
    addresses++;
    return &hidden;
}
int global_addresses(void) { return addresses; }
int *global_no_address(void) { return 0; }

int global_read(void) { return global_int + global_static * 0; }
int global_thread_read(void) { return global_thread_local; }
