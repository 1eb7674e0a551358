#include "callbacks.h"

int cb_fold(const int *values, size_t count, int start, cb_binary f) {
    for (size_t i = 0; i < count; i++) start = f(start, values[i]);
    return start;
}
void cb_each(cb_visit *visit, void *context) {
    visit(context, "one", 1);
    visit(context, "two", 2);
}
int cb_optional(int (*f)(void)) { return f ? f() : -1; }
static int add(int a, int b) { return a + b; }
static int multiply(int a, int b) { return a * b; }
cb_binary cb_choose(char which) { return which == '+' ? add : which == '*' ? multiply : 0; }
static int negate(int i) { return -i; }
int (*cb_returned(int which))(int) { return which ? negate : 0; }
int cb_table_run(const struct cb_table *t, int i) { return t->nested[1](t->add, i); }
int cb_items(struct cb_item *items, size_t count, int (*f)(struct cb_item *item)) {
    int sum = 0;
    for (size_t i = 0; i < count; i++) sum += f(&items[i]);
    return sum;
}
int cb_by_value(struct cb_item (*make)(int key), int key) { return make(key).key; }
int cb_log(cb_logger logger) { return logger(3, "%d-%s", 42, "text"); }
cb_number cb_numbers(cb_number (*f)(cb_number n), cb_number n) { return f(n) + 1; }
