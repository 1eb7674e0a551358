struct type { int match; int self; int box; int fn; int _; int u8; int async; };
enum impl { crate, super, loop = 4 };
typedef int mod;
#define trait 3

static inline int move(int in) { return in + 1; }
static inline int match(int type, int where) { return type * where; }
static inline int self(struct type *self) { return self->self + self->match; }
static inline int dyn(mod ref) { return ref; }
static inline int Self(void) { return 5; }
static inline int try(int yield) { return yield; }
static inline int gen(int gen) { return gen; }
static int pub = 6;
static inline int core(void) { return 7; }
static inline int std(void) { return 8; }
static inline int Option(int Some, int None) { return Some - None; }
static inline int arguments(int a0, int self_, int result) { return a0 + self_ + result; }
