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

static int hidden = 21;
static int addresses;
int *global_hidden_address(void) {
    addresses++;
    return &hidden;
}

int global_read(void) { return global_int + global_static * 0; }
int global_thread_read(void) { return global_thread_local; }
