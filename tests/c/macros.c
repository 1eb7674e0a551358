#include "macros.h"

int macro_target(int i) { return i + 1000; }
extern inline int c99_inline(int i);
double macros_keep(double d) { return static_only(d); }
