#include "vectors.h"

vectors_floats vectors_global = { 1, 2, 3, 4 };

vectors_floats vectors_add(vectors_floats a, vectors_floats b) { return a + b; }

vectors_ints vectors_scale(int by, vectors_ints a, double unused, vectors_shorts b) {
    vectors_ints wide = { b[0], b[1], b[2], b[3] };
    return a * by + wide + (int)unused;
}

vectors_shorts vectors_shorts_of(vectors_ints a) {
    vectors_shorts result = {
        (unsigned short)a[0], (unsigned short)a[1], (unsigned short)a[2], (unsigned short)a[3]
    };
    return result;
}

float vectors_sum(struct vectors_record a) {
    return (float)a.tag + a.place[0] + a.place[3] + (float)(a.both[0][1] + a.both[1][2]);
}

struct vectors_record vectors_record_of(vectors_floats place) {
    struct vectors_record result = { 7, place, { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } } };
    return result;
}

void vectors_fill(vectors_large *to, long first) {
    for (int i = 0; i < 8; i++) {
        (*to)[i] = first + i;
    }
}

#if defined __SSE2__
__m128 vectors_mul(__m128 a, __m128 b) { return a * b; }

double vectors_last(struct vectors_intrinsic a) { return a.a[3] + (double)a.b[1] + a.c[1]; }
#endif
