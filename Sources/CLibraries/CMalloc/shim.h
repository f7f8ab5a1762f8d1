#pragma once

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Gives memory that is free back to the system: glibc keeps what many threads took at once.
static inline void malloc_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
