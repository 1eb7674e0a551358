#ifndef CONDITIONS_H
#define CONDITIONS_H

#define COND_VERSION 3

#if COND_VERSION >= 2
int cond_new(int a);
#else
int cond_old(int a);
#endif

struct cond {
    int a;
#if COND_VERSION >= 3
    int b;
#endif
};

enum cond_kind { COND_FIRST, COND_SECOND };

#define COND_WIDE
#ifdef COND_WIDE
typedef long cond_number;
long cond_add(long a, long b);
#else
typedef int cond_number;
int cond_add(int a, int b);
#endif

#define COND_LIMIT 12

#endif
