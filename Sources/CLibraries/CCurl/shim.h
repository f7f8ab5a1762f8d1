// libcurl's option calls are variadic and its options macros, which Swift cannot import: one typed wrapper each.
#ifndef VESTNIK_CCURL_H
#define VESTNIK_CCURL_H
#include <curl/curl.h>

#endif
