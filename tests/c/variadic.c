#include "variadic.h"
#include <string.h>

int va_sum(int first, ...) {
    va_list arguments;
    va_start(arguments, first);
    int sum = 0;
    for (int i = first; i != -1; i = va_arg(arguments, int)) sum += i;
    va_end(arguments);
    return sum;
}

double va_mixed(const char *kinds, ...) {
    va_list arguments;
    va_start(arguments, kinds);
    double sum = 0;
    for (; *kinds; kinds++) {
        switch (*kinds) {
        case 'i': sum += va_arg(arguments, int); break;
        case 'u': sum += va_arg(arguments, unsigned); break;
        case 'l': sum += va_arg(arguments, long long); break;
        case 'd': sum += va_arg(arguments, double); break;
        case 's': sum += strlen(va_arg(arguments, const char *)); break;
        case 'p': sum += va_arg(arguments, void *) == 0; break;
        }
    }
    va_end(arguments);
    return sum;
}

int va_through(int count, va_list arguments) {
    int sum = 0;
    while (count-- > 0) sum += va_arg(arguments, int);
    return sum;
}

double va_records(int count, ...) {
    va_list arguments;
    va_start(arguments, count);
    double sum = 0;
    while (count-- > 0) {
        struct va_pair pair = va_arg(arguments, struct va_pair);
        struct va_large large = va_arg(arguments, struct va_large);
        sum += pair.a + pair.b + large.values[3];
        sum += va_arg(arguments, void *) == NULL;
    }
    va_end(arguments);
    return sum;
}

int va_unusual(int count, ...) {
    va_list arguments;
    va_start(arguments, count);
    int sum = 0;
    while (count-- > 0) {
        sum += va_arg(arguments, struct va_zero).a;
        struct va_anonymous anonymous = va_arg(arguments, struct va_anonymous);
        sum += anonymous.kind + anonymous.x + anonymous.y;
    }
    va_end(arguments);
    return sum;
}
