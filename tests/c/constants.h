#ifndef CONSTANTS_H
#define CONSTANTS_H

#include <limits.h>
#include <stddef.h>

#define K_INT 42
#define K_NEGATIVE (-7)
#define K_HEX 0xff
#define K_OCTAL 0755
#define K_CHARACTER 'A'
#define K_EXPRESSION (1 << 4 | 3)
#define K_BOOL ((_Bool)1)
#define K_CHAR ((char)65)
#define K_SCHAR ((signed char)-128)
#define K_UCHAR ((unsigned char)255)
#define K_SHORT ((short)-32768)
#define K_USHORT ((unsigned short)65535)
#define K_UINT 4294967295u
#define K_LONG (-5L)
#define K_ULONG 5UL
#define K_LLONG_MIN (-9223372036854775807LL - 1)
#define K_ULLONG_MAX 18446744073709551615ULL
#define K_SIZE sizeof(int)
#define K_ENUMERATOR k_second
#define K_OTHER_MACRO K_INT

#define K_FLOAT 1.5f
#define K_DOUBLE 0.1
#define K_DOUBLE_HUGE 1e300
#define K_DOUBLE_NEGATIVE (-2.25)

#define K_STRING "text"
#define K_EMPTY ""
#define K_CONCATENATED "a" "b" K_STRING
#define K_NUL "a\0b"
#define K_ESCAPES "\x01\377\n"
#define K_WIDE L"wide"
#define K_NULL ((void *)0)
#define K_SENTINEL ((void (*)(void *))-1)

enum { k_first, k_second };

/* Not macros. */
extern int k_object;
#define K_ADDRESS (&k_object)

static const int S_INT = 10;
static const unsigned char S_UCHAR = 200;
static const long long S_LLONG = -1234567890123LL;
static const double S_DOUBLE = 2.5;
static const char *const S_TEXT = "typed text";
static char s_array[] = "array";
extern const int s_elsewhere;
#define S_MACRO 77
#define S_MACRO_DOUBLE 7.75
extern const char *s_version(void);
#define S_CALL s_version()

struct s_point { int x, y; };
static const struct s_point S_POINT = { 3, 4 };

#endif
