int plus_one(int number);

static inline int plus_one_inline(int number) {
    return number + 1;
}
