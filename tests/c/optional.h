#ifndef OPTIONAL_H
#define OPTIONAL_H

/* Takes the file out of its archive, which weak references alone do not. */
int opt_anchor(void);
int opt_there(int a);
/* No library has these. */
int opt_lacking(int a);
extern int opt_lacking_variable;

typedef struct { int a; char b; } opt_pair;
opt_pair opt_swap(opt_pair pair, opt_pair *copy);

static inline int opt_inline(int a) { return a + 1; }
#define opt_macro(a) ((a) + 2)

extern int opt_variable;
extern const int opt_table[3];

#define OPT_NUMBER 7
#define OPT_FLOAT 1.5
enum opt_kind { OPT_ONE = 1 };
int opt_sum(int count, ...);

#endif
