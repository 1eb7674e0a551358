#include "arrays.h"

int array_global[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };
const char *const array_names[] = { "zero", "one", "two" };
short array_grid[3][4] = { { 0 }, { 1, 2, 3, 4 } };

int fixed_sum(const struct fixed *f) { return f->a[0] + f->a[3] + f->grid[1][2] + (int)f->tail[5]; }
int asked_last(const struct asked *a) { return a->a[4] + a->after + (int)a->grid[1][6]; }
double flexible_sum(const struct flexible *f) {
    double sum = 0;
    for (int i = 0; i < f->count; i++) sum += f->values[i];
    return sum;
}
int array_typedef_sum(array_typedef a) {
    int sum = 0;
    for (int i = 0; i < 9; i++) sum += a[i];
    return sum;
}
int array_rows(int rows[][3], int count) { return rows[count - 1][2]; }
int unaligned_sum(const struct unaligned *u) {
    int sum = 0;
    for (int i = 0; i < u->count; i++) sum += u->tail[i];
    return sum;
}
