#include <stdarg.h>

#include "optional.h"

int opt_variable = 5;
const int opt_table[3] = {1, 2, 3};

int opt_anchor(void) { return 1; }

int opt_there(int a) { return a * 2; }

opt_pair opt_swap(opt_pair pair, opt_pair *copy) {
    *copy = pair;
    pair.a = -pair.a;
    return pair;
}

int opt_sum(int count, ...) {
    va_list list;
    int sum = 0;
    va_start(list, count);
    while (count-- > 0)
        sum += va_arg(list, int);
    va_end(list);
    return sum;
}
