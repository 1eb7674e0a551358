#include "constants.h"

int k_object = 5;
