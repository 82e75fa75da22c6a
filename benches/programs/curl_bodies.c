/* libcurl: the body of an external API's response, read in parts, again and again. */
#include "bodies.h"

#include "curl_handle.h"
#include "program.h"

static size_t receive(char *data, size_t size, size_t count, void *argument) {
    long long *bytes = argument;
    (void)data;
    *bytes += (long long)(size * count);
    return size * count;
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    char url[512];
    long long bytes = 0;
    snprintf(url, sizeof url, "%s/proxy/%s", program.base_url, program.connection_id);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    struct curl_slist *headers = proxy_headers();
    CURL *curl = new_handle(headers);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, (long)PART);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &bytes);
    for (long left = 0; next_call(&program, &left);) {
        bytes = 0;
        perform(curl);
        check_bytes(bytes, bytes_in(program.connection_id));
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return 0;
}
