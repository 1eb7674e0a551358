#include <stddef.h>

typedef int (*cb_binary)(int a, int b);
typedef void cb_visit(void *context, const char *name, double value);
struct cb_item { int key; void *data; };
struct cb_table { cb_binary add; int (*nested[2])(cb_binary f, int i); };

int cb_fold(const int *values, size_t count, int start, cb_binary f);
void cb_each(cb_visit *visit, void *context);
int cb_optional(int (*f)(void));
cb_binary cb_choose(char which);
int (*cb_returned(int which))(int);
int cb_table_run(const struct cb_table *t, int i);
int cb_items(struct cb_item *items, size_t count, int (*f)(struct cb_item *item));
int cb_by_value(struct cb_item (*make)(int key), int key);

/* A callback with variable arguments, which no Rust function can be. */
typedef int (*cb_logger)(int level, const char *format, ...);
int cb_log(cb_logger logger);

typedef unsigned short cb_number;
cb_number cb_numbers(cb_number (*f)(cb_number n), cb_number n);
