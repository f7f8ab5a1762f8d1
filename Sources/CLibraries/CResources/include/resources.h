// Every data file of the program, embedded: themes, patterns, tables, phrases, the demo site.
#ifndef VESTNIK_CRESOURCES_H
#define VESTNIK_CRESOURCES_H
#include <stddef.h>

/// One embedded file: its path relative to the folder its part keeps data in, its bytes, how many there are.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} resource;

/// How many files are embedded.
size_t resource_count(void);

/// The file at an index below `resource_count()`; names are in ascending byte order.
resource resource_at(size_t index);

#endif
