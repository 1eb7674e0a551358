#include "options.h"

int OPT_FUNCTION(void) { return OPT_VALUE + OPT_FLAG; }
