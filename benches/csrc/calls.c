#include "calls.h"

int plus_one(int number) {
    return number + 1;
}
