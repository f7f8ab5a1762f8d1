// libcurl's option calls are variadic, which Swift cannot import: one typed wrapper for each kind of value.
#ifndef VESTNIK_CCURL_H
#define VESTNIK_CCURL_H
#include <curl/curl.h>

typedef size_t (*vestnik_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode vestnik_curl_set_number(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_receiver(CURL *easy, CURLoption option, vestnik_curl_receiver value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLMcode vestnik_curl_multi_set_number(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLcode vestnik_curl_get_number(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode vestnik_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode vestnik_curl_get_pointer(CURL *easy, CURLINFO info, void **value) {
  return curl_easy_getinfo(easy, info, value);
}

#endif
