#include "ring.h"

#include <stdlib.h>

struct ring *ring_new(void) {
    return calloc(1, sizeof(struct ring));
}

void ring_free(struct ring *ring) {
    free(ring);
}

enum ring_status ring_push(struct ring *ring, int value) {
    if (ring_is_full(ring))
        return RING_FULL;
    ring->values[(ring->first + ring->count++) % RING_CAPACITY] = value;
    return RING_OK;
}

enum ring_status ring_pop(struct ring *ring, int *value) {
    if (ring->count == 0)
        return RING_EMPTY;
    *value = ring->values[ring->first];
    ring->first = (ring->first + 1) % RING_CAPACITY;
    ring->count--;
    return RING_OK;
}
