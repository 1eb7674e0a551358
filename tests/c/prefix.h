enum px_kind { PX_KIND_A, PX_KIND_B };
typedef struct px_point { int x, y; } px_point_t;
#define PX_VERSION 3
#define PX_1ST 1
static inline int px_add(int a, int b) { return a + b; }
static inline int px_sum(const px_point_t *p) { return p->x + p->y; }
static inline int px_type(void) { return 8; }
static inline enum px_kind px_kind_of(int i) { return i ? PX_KIND_B : PX_KIND_A; }
static inline int other_name(void) { return 6; }
static int px_global = 9;
