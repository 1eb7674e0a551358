/* Vectors of the compiler's, of the headers' and of this file's own. */
#ifndef VECTORS_H
#define VECTORS_H

#if defined __SSE2__
#include <immintrin.h>
#endif

typedef float vectors_floats __attribute__((vector_size(16)));
typedef int vectors_ints __attribute__((vector_size(16)));
typedef unsigned short vectors_shorts __attribute__((vector_size(8)));
typedef long vectors_large __attribute__((vector_size(64)));

struct vectors_record {
    char tag;
    vectors_floats place;
    vectors_ints both[2];
};

vectors_floats vectors_add(vectors_floats a, vectors_floats b);
vectors_ints vectors_scale(int by, vectors_ints a, double unused, vectors_shorts b);
vectors_shorts vectors_shorts_of(vectors_ints a);
float vectors_sum(struct vectors_record a);
struct vectors_record vectors_record_of(vectors_floats place);
void vectors_fill(vectors_large *to, long first);
extern vectors_floats vectors_global;

#if defined __SSE2__
struct vectors_intrinsic { __m128 a; __m128i b; __m128d c; };
__m128 vectors_mul(__m128 a, __m128 b);
static inline __m128i vectors_or(__m128i a, __m128i b) { return _mm_or_si128(a, b); }
double vectors_last(struct vectors_intrinsic a);
#endif

#endif
