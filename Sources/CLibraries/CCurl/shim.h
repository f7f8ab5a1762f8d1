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

static inline CURLcode vestnik_curl_set_socket_setter(CURL *easy, curl_sockopt_callback value) {
  return curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, value);
}

/// The same in libcurl's older and newer words.
static inline CURLcode vestnik_curl_allow_web_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

/// Lets a name's resolution end by itself when its transfer has ended; older versions wait for it.
static inline CURLcode vestnik_curl_leave_resolver_behind(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  return CURLE_UNKNOWN_OPTION;
#endif
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
