#ifndef RECORDS_H
#define RECORDS_H

#include <stdint.h>

struct exact {
    char c;
    short s;
    int i;
    long long l;
    double d;
    const char *text;
};

struct node { int value; struct node *next; };
struct left { struct right *other; int i; };
struct right { struct left *other; long l; };

struct partial {
    char hidden_first;
    int shown;
    double hidden_middle[3];
    short also_shown;
    void *hidden_last;
};

union number { int i; double d; unsigned char bytes[8]; };
union partial_union { int shown; char hidden[32]; };

struct nested {
    int kind;
    struct { short x, y; } position;
    union { int i; float f; } value;
    struct inner { int deep; } inner;
};

struct anonymous {
    int kind;
    union {
        int i;
        float f;
        struct { short low, high; };
    };
    struct { char tail; };
};

struct __attribute__((aligned(32))) aligned { int i; };

struct qualified { const int c; volatile int v; int *const p; const char *const *table; };
struct with_partial { struct partial p; int after; };
struct operations { int (*apply)(int); int (*self)(struct operations *o); };
struct empty_tail { int i; char c; };

int exact_sum(const struct exact *e);
void exact_fill(struct exact *e);
int node_sum(const struct node *n);
void partial_fill(struct partial *p);
int partial_hidden(const struct partial *p);
double number_read(const union number *n);
int nested_sum(const struct nested *n);
int anonymous_sum(const struct anonymous *a);
int aligned_read(const struct aligned *a);
int operations_run(struct operations *o, int i);

#endif
