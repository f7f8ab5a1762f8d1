#include "unicode_data.h"

const unsigned char icudt76_dat[] __attribute__((aligned(16))) = {
#embed "icudt76l.dat"
};
