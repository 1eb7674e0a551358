#include "enums.h"

enum color enum_next(enum color c) { return c == RED ? GREEN : c == GREEN ? BLUE : (enum color)99; }
int enum_is_sign(enum sign s) { return s >= NEGATIVE && s <= POSITIVE; }
td_enum enum_other(td_enum t) { return t == TD_ONE ? TD_TWO : TD_ONE; }
int both(void) { return 12; }
enum level enum_level(void) { return LEVEL_MIDDLE; }
enum color enum_global = BLUE;
