#include "functions.h"

char fn_char(char c) { return c; }
signed char fn_schar(signed char c) { return c; }
unsigned char fn_uchar(unsigned char c) { return c; }
short fn_short(short s) { return s; }
unsigned short fn_ushort(unsigned short s) { return s; }
int fn_int(int i) { return i; }
unsigned fn_uint(unsigned i) { return i; }
long fn_long(long l) { return l; }
unsigned long fn_ulong(unsigned long l) { return l; }
long long fn_llong(long long l) { return l; }
unsigned long long fn_ullong(unsigned long long l) { return l; }
float fn_float(float f) { return f; }
double fn_double(double d) { return d; }
bool fn_bool(bool b) { return !b; }
int8_t fn_i8(int8_t i) { return i; }
uint8_t fn_u8(uint8_t i) { return i; }
int16_t fn_i16(int16_t i) { return i; }
uint16_t fn_u16(uint16_t i) { return i; }
int32_t fn_i32(int32_t i) { return i; }
uint32_t fn_u32(uint32_t i) { return i; }
int64_t fn_i64(int64_t i) { return i; }
uint64_t fn_u64(uint64_t i) { return i; }
size_t fn_size(size_t s) { return s; }
ptrdiff_t fn_ptrdiff(ptrdiff_t p) { return p; }
intptr_t fn_intptr(intptr_t p) { return p; }
uintptr_t fn_uintptr(uintptr_t p) { return p; }

void fn_store(int *out, int value) { *out = value; }
const char *fn_text(void) { return "text"; }

int fn_sum(const int values[], size_t count) {
    int sum = 0;
    for (size_t i = 0; i < count; i++) sum += values[i];
    return sum;
}

long long fn_mixed(signed char a, double b, short c, float d, const char *e, unsigned long long f, bool g) {
    return a + (long long)b + c + (long long)d + e[0] + (long long)f + g;
}

void fn_swap(void **a, void **b) {
    void *held = *a;
    *a = *b;
    *b = held;
}

double fn_row(double (*matrix)[3], int row) {
    return matrix[row][0] + matrix[row][1] + matrix[row][2];
}
