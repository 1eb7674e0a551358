#include <stddef.h>

#define ARRAY_LENGTH 6

struct fixed { int a[4]; char grid[2][3]; double tail[ARRAY_LENGTH]; };
struct asked { short a[5]; int after; long grid[2][7]; };
struct flexible { int count; char mark; double values[]; };
typedef int array_typedef[9];
typedef unsigned char known_typedef[16];
struct holder { array_typedef inner; };

extern int array_global[8];
extern const char *const array_names[];
extern short array_grid[3][4];

int fixed_sum(const struct fixed *f);
int asked_last(const struct asked *a);
double flexible_sum(const struct flexible *f);
int array_typedef_sum(array_typedef a);
int array_rows(int rows[][3], int count);

struct unaligned { int count; char mark; char tail[]; };
int unaligned_sum(const struct unaligned *u);
