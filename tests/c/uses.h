#ifndef USES_H
#define USES_H

#include <stdio.h>

typedef struct uses_point { int x, y; } uses_point;
typedef unsigned short uses_number;
typedef struct uses_hidden uses_hidden;
struct uses_hidden { long a, b; };
typedef struct { int x, y; } *uses_pair;
enum uses_kind { USES_A, USES_B };

static inline uses_point uses_make(int x, int y) {
    uses_point point = {x, y};
    return point;
}
static inline int uses_sum(const struct uses_point *point) { return point->x + point->y; }
static inline uses_point uses_turn(uses_point point) { return uses_make(point.y, point.x); }
static inline uses_number uses_next(uses_number number) { return (uses_number)(number + 1); }
static inline long uses_look(const uses_hidden *hidden) { return hidden ? hidden->a : 7; }
static inline int uses_is_b(enum uses_kind kind) { return kind == USES_B; }
static inline int uses_pair_sum(uses_pair pair) { return pair->x + pair->y; }
static inline FILE *uses_file(void) { return stdout; }
static inline int uses_is_open(FILE *file) { return file == stdout; }

#endif
