#ifndef RING_H
#define RING_H

#define RING_CAPACITY 4

enum ring_status { RING_OK, RING_EMPTY, RING_FULL };

struct ring {
    unsigned first, count;
    int values[RING_CAPACITY];
};

struct ring *ring_new(void);
void ring_free(struct ring *ring);
enum ring_status ring_push(struct ring *ring, int value);
enum ring_status ring_pop(struct ring *ring, int *value);

static inline int ring_is_full(const struct ring *ring) {
    return ring->count == RING_CAPACITY;
}

#endif
