#include "constants.h"

const int s_elsewhere = 99;
const char *s_version(void) { return "1.2"; }
