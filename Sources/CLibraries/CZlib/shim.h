#include <zlib.h>

/// `inflateInit2` is a macro that Swift does not import: begins to unpack a gzip file.
static inline int vestnik_gzip_begin(z_streamp stream) { return inflateInit2(stream, 16 + MAX_WBITS); }
