#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

char fn_char(char c);
signed char fn_schar(signed char c);
unsigned char fn_uchar(unsigned char c);
short fn_short(short s);
unsigned short fn_ushort(unsigned short s);
int fn_int(int i);
unsigned fn_uint(unsigned i);
long fn_long(long l);
unsigned long fn_ulong(unsigned long l);
long long fn_llong(long long l);
unsigned long long fn_ullong(unsigned long long l);
float fn_float(float f);
double fn_double(double d);
bool fn_bool(bool b);
int8_t fn_i8(int8_t i);
uint8_t fn_u8(uint8_t i);
int16_t fn_i16(int16_t i);
uint16_t fn_u16(uint16_t i);
int32_t fn_i32(int32_t i);
uint32_t fn_u32(uint32_t i);
int64_t fn_i64(int64_t i);
uint64_t fn_u64(uint64_t i);
size_t fn_size(size_t s);
ptrdiff_t fn_ptrdiff(ptrdiff_t p);
intptr_t fn_intptr(intptr_t p);
uintptr_t fn_uintptr(uintptr_t p);

void fn_store(int *out, int value);
const char *fn_text(void);
int fn_sum(const int values[], size_t count);
long long fn_mixed(signed char a, double b, short c, float d, const char *e, unsigned long long f, bool g);
void fn_swap(void **a, void **b);
double fn_row(double (*matrix)[3], int row);

#endif
