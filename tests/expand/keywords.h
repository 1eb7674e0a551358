#![preamble("struct type { int match; int self; }; static inline int box(int move) { return move; } static inline struct type *type(void) { return 0; }")]
struct type { int match; int self; };
int box(int move);
struct type *type(void);
