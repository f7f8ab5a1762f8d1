// libcurl brings thirty libraries with it, a third of what the program's start costs: it is loaded when the first
// address is asked, not before, and a machine without it can still read what is kept.
#include <dlfcn.h>
#include <stddef.h>

#include "shim.h"

struct vestnik_curl vestnik_curl;

#ifdef __APPLE__
static const char library_name[] = "libcurl.4.dylib";
#else
static const char library_name[] = "libcurl.so.4";
#endif

bool vestnik_curl_load(void) {
  void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return false;
#define VESTNIK_FIND(call)                                                       \
  vestnik_curl.call = (__typeof__(&curl_##call))dlsym(library, "curl_" #call); \
  if (vestnik_curl.call == NULL) return false;
  VESTNIK_CURL_CALLS(VESTNIK_FIND)
  return true;
}
