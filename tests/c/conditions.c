#include "conditions.h"

int cond_new(int a) { return a + COND_VERSION; }
long cond_add(long a, long b) { return a + b; }
