#include "conventions.h"

double MS conventions_mixed_in_c(int a, double b, float c, long d, unsigned char e, short f, double g) {
    return a + 10 * b + 100 * c + 1000 * d + 10000 * e + 100000 * f + 1000000 * g;
}

double conventions_call_mixed(conventions_mixed function) { return function(-1, 2, 3, 4, 200, -6, 7); }

double MS conventions_call_mixed_back(conventions_mixed function) { return function(1, -2, 3, -4, 5, 6, -7); }

conventions_mixed conventions_get_mixed(void) { return conventions_mixed_in_c; }

struct conventions_large MS conventions_records_in_c(
    struct conventions_one a, struct conventions_three b, struct conventions_eight c, struct conventions_real d,
    struct conventions_large e, int f
) {
    struct conventions_large result = {
        a.a + b.a[0] + b.a[1] + b.a[2] + f, c.a * 10 + c.b * 100 + d.a * 1000 + e.b, (short)(e.a + e.c)
    };
    return result;
}

struct conventions_large conventions_call_records(conventions_records function) {
    struct conventions_one a = { 1 };
    struct conventions_three b = { { 2, 3, 4 } };
    struct conventions_eight c = { 5, 6 };
    struct conventions_real d = { 7 };
    struct conventions_large e = { 8, 9, 10 };
    return function(a, b, c, d, e, 11);
}

struct conventions_one MS conventions_return_one(int a) {
    struct conventions_one result = { (char)a };
    return result;
}

struct conventions_three MS conventions_return_three(int a) {
    struct conventions_three result = { { (char)a, (char)(a + 1), (char)(a + 2) } };
    return result;
}

struct conventions_eight MS conventions_return_eight(int a) {
    struct conventions_eight result = { (float)a, (float)a + 1 };
    return result;
}

struct conventions_real MS conventions_return_real(int a) {
    struct conventions_real result = { a };
    return result;
}

unsigned char MS conventions_narrow(signed char a, unsigned short b) { return (unsigned char)(a + b); }

static long MS ms(long a, long b) { return a - b; }
static long usual(long a, long b) { return a * b; }
struct conventions_table conventions_table = { ms, usual };

long conventions_run(const struct conventions_table *table) { return table->ms(7, 5) * 100 + table->usual(7, 5); }

long MS conventions_each(long (MS *visit)(void *context, long number), void *context) {
    return visit(context, 1) + 10 * visit(context, 2);
}

long conventions_plain(long (MS *visit)(long number)) { return visit(5) + 1; }
