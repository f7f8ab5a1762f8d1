// libcurl by the names of its calls, found when it is loaded, and a typed wrapper for each kind of value that its
// variadic option calls take, for Swift cannot import those.
#ifndef VESTNIK_CCURL_H
#define VESTNIK_CCURL_H
#include <curl/curl.h>
#include <stdbool.h>

/// What is called of libcurl, each without "curl_".
#define VESTNIK_CURL_CALLS(call) \
  call(global_init) call(version_info) call(getdate) call(free) call(slist_append) call(slist_free_all) \
  call(easy_init) call(easy_cleanup) call(easy_setopt) call(easy_getinfo) call(easy_strerror) \
  call(multi_init) call(multi_cleanup) call(multi_setopt) call(multi_add_handle) call(multi_remove_handle) \
  call(multi_perform) call(multi_poll) call(multi_wakeup) call(multi_info_read) \
  call(url) call(url_cleanup) call(url_set) call(url_get)

/// The library's entries; empty before it is loaded.
struct vestnik_curl {
#define VESTNIK_ENTRY(call) __typeof__(&curl_##call) call;
  VESTNIK_CURL_CALLS(VESTNIK_ENTRY)
#undef VESTNIK_ENTRY
};
extern struct vestnik_curl vestnik_curl;

/// Loads the library, once, before anything else here is called. False: there is none, or one too old.
bool vestnik_curl_load(void);

static inline CURLcode vestnik_curl_global_init(long flags) { return vestnik_curl.global_init(flags); }

static inline const curl_version_info_data *vestnik_curl_version(void) {
  return vestnik_curl.version_info(CURLVERSION_NOW);
}

static inline time_t vestnik_curl_date(const char *text) { return vestnik_curl.getdate(text, NULL); }

static inline void vestnik_curl_free(void *text) { vestnik_curl.free(text); }

static inline struct curl_slist *vestnik_curl_slist_append(struct curl_slist *list, const char *text) {
  return vestnik_curl.slist_append(list, text);
}

static inline void vestnik_curl_slist_free_all(struct curl_slist *list) { vestnik_curl.slist_free_all(list); }

static inline CURL *vestnik_curl_easy_init(void) { return vestnik_curl.easy_init(); }

static inline void vestnik_curl_easy_cleanup(CURL *easy) { vestnik_curl.easy_cleanup(easy); }

static inline const char *vestnik_curl_easy_strerror(CURLcode code) { return vestnik_curl.easy_strerror(code); }

static inline CURLM *vestnik_curl_multi_init(void) { return vestnik_curl.multi_init(); }

static inline CURLMcode vestnik_curl_multi_cleanup(CURLM *multi) { return vestnik_curl.multi_cleanup(multi); }

static inline CURLMcode vestnik_curl_multi_add(CURLM *multi, CURL *easy) {
  return vestnik_curl.multi_add_handle(multi, easy);
}

static inline CURLMcode vestnik_curl_multi_remove(CURLM *multi, CURL *easy) {
  return vestnik_curl.multi_remove_handle(multi, easy);
}

static inline CURLMcode vestnik_curl_multi_perform(CURLM *multi, int *running) {
  return vestnik_curl.multi_perform(multi, running);
}

/// Sleeps until a transfer's socket is ready, the loop is woken or the time is over.
static inline CURLMcode vestnik_curl_multi_poll(CURLM *multi, int milliseconds) {
  return vestnik_curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

static inline CURLMcode vestnik_curl_multi_wakeup(CURLM *multi) { return vestnik_curl.multi_wakeup(multi); }

static inline CURLMsg *vestnik_curl_multi_info_read(CURLM *multi, int *left) {
  return vestnik_curl.multi_info_read(multi, left);
}

static inline CURLU *vestnik_curl_url(void) { return vestnik_curl.url(); }

static inline void vestnik_curl_url_cleanup(CURLU *url) { vestnik_curl.url_cleanup(url); }

static inline CURLUcode vestnik_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
  return vestnik_curl.url_set(url, part, text, flags);
}

static inline CURLUcode vestnik_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
  return vestnik_curl.url_get(url, part, text, flags);
}

typedef size_t (*vestnik_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode vestnik_curl_set_number(CURL *easy, CURLoption option, long value) {
  return vestnik_curl.easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return vestnik_curl.easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return vestnik_curl.easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_receiver(CURL *easy, CURLoption option, vestnik_curl_receiver value) {
  return vestnik_curl.easy_setopt(easy, option, value);
}

static inline CURLcode vestnik_curl_set_socket_setter(CURL *easy, curl_sockopt_callback value) {
  return vestnik_curl.easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, value);
}

/// The same in libcurl's older and newer words.
static inline CURLcode vestnik_curl_allow_web_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return vestnik_curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return vestnik_curl.easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

/// Lets a name's resolution end by itself when its transfer has ended; older versions wait for it.
static inline CURLcode vestnik_curl_leave_resolver_behind(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return vestnik_curl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  return CURLE_UNKNOWN_OPTION;
#endif
}

static inline CURLMcode vestnik_curl_multi_set_number(CURLM *multi, CURLMoption option, long value) {
  return vestnik_curl.multi_setopt(multi, option, value);
}

static inline CURLcode vestnik_curl_get_number(CURL *easy, CURLINFO info, long *value) {
  return vestnik_curl.easy_getinfo(easy, info, value);
}

static inline CURLcode vestnik_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) {
  return vestnik_curl.easy_getinfo(easy, info, value);
}

static inline CURLcode vestnik_curl_get_pointer(CURL *easy, CURLINFO info, void **value) {
  return vestnik_curl.easy_getinfo(easy, info, value);
}

#endif
