#include "calls.h"

int plus_one(int number) {
    return number + 1;
}

int plus_one_again(int number) {
    return number + 1;
}
