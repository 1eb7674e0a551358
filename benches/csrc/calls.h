int plus_one(int number);
int plus_one_again(int number);

static inline int plus_one_inline(int number) {
    return number + 1;
}
