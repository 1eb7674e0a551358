/* Functions that are called otherwise than usual, on x86 of 64 bits. */
#ifndef CONVENTIONS_H
#define CONVENTIONS_H

#define MS __attribute__((ms_abi))

struct conventions_one { char a; };
struct conventions_three { char a[3]; };
struct conventions_eight { float a, b; };
struct conventions_real { double a; };
struct conventions_large { long a; double b; short c; };

typedef double (MS *conventions_mixed)(int a, double b, float c, long d, unsigned char e, short f, double g);
typedef struct conventions_large (MS *conventions_records)(
    struct conventions_one a, struct conventions_three b, struct conventions_eight c, struct conventions_real d,
    struct conventions_large e, int f
);

double MS conventions_mixed_in_c(int a, double b, float c, long d, unsigned char e, short f, double g);
double conventions_call_mixed(conventions_mixed function);
double MS conventions_call_mixed_back(conventions_mixed function);
conventions_mixed conventions_get_mixed(void);

struct conventions_large MS conventions_records_in_c(
    struct conventions_one a, struct conventions_three b, struct conventions_eight c, struct conventions_real d,
    struct conventions_large e, int f
);
struct conventions_large conventions_call_records(conventions_records function);
struct conventions_one MS conventions_return_one(int a);
struct conventions_three MS conventions_return_three(int a);
struct conventions_eight MS conventions_return_eight(int a);
struct conventions_real MS conventions_return_real(int a);
unsigned char MS conventions_narrow(signed char a, unsigned short b);

/* Each has a way of its own. */
struct conventions_table {
    long (MS *ms)(long a, long b);
    long (*usual)(long a, long b);
};
extern struct conventions_table conventions_table;
long conventions_run(const struct conventions_table *table);

static inline long MS conventions_inline(long a, long b) { return 3 * a - b; }
long MS conventions_each(long (MS *visit)(void *context, long number), void *context);
long conventions_plain(long (MS *visit)(long number));

#endif
