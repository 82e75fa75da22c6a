/* A handle of libcurl as its documentation advises, with libnango's time limits. */
#ifndef CURL_HANDLE_H
#define CURL_HANDLE_H

#include "fields.h"

#include <curl/curl.h>

static inline CURL *new_handle(const struct curl_slist *headers) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 10000L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (getenv("SSL_CERT_FILE")) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, getenv("SSL_CERT_FILE"));
        /* With a directory too, libcurl would read all CA certificates again for each connection. */
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    return curl;
}

/* The headers that Nango requires for a proxied call. */
static inline struct curl_slist *proxy_headers(void) {
    struct curl_slist *headers = curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY);
    headers = curl_slist_append(headers, "Connection-Id: " CONNECTION);
    headers = curl_slist_append(headers, "Provider-Config-Key: " INTEGRATION);
    return curl_slist_append(headers, "Nango-Proxy-Accept-Language: en");
}

static inline void perform(CURL *curl) {
    long status = 0;
    CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK)
        fail(curl_easy_strerror(code));
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        fail("not 200");
}

#endif
