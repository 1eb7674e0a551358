#define BESIDE_VALUE 123
static inline int beside_add(int a, int b) { return a + b; }
