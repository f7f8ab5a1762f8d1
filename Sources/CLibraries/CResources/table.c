// Written by make-table.py: run it after adding or removing a data file.
#include "resources.h"


static const resource table[] = {
    {"", (const unsigned char *)"", 0},
};

size_t resource_count(void) { return sizeof table / sizeof table[0] - 1; }

resource resource_at(size_t index) { return table[index < resource_count() ? index : resource_count()]; }
