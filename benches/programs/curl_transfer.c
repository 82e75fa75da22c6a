/* libcurl: one large body. */
#include "curl_handle.h"
#include "transfer.h"

static size_t receive(char *data, size_t size, size_t count, void *argument) {
    struct transfer *transfer = argument;
    (void)data;
    transfer->left -= (long long)(size * count);
    return size * count;
}

static size_t send_part(char *buffer, size_t size, size_t count, void *argument) {
    return fill(argument, buffer, size * count);
}

/* The response to an upload, which is short. */
static char receipt[256];

static size_t keep(char *data, size_t size, size_t count, void *argument) {
    (void)argument;
    strncat(receipt, data, size * count < sizeof receipt - strlen(receipt) ? size * count : 0);
    return size * count;
}

static void download(CURL *curl, struct transfer *transfer) {
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, (long)PART);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    perform(curl);
    check_download(transfer);
}

static void upload(CURL *curl, struct transfer *transfer) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, (long)PART);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, send_part);
    curl_easy_setopt(curl, CURLOPT_READDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    if (transfer->is_announced)
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)transfer->bytes);
    perform(curl);
    check_receipt(transfer, receipt);
}

int main(int argc, char **argv) {
    struct transfer transfer = transfer_of(argc, argv);
    char url[512];
    int end = snprintf(url, sizeof url, "%s/proxy/%s", transfer.base_url,
                       transfer.is_upload ? "upload?hash=none" : "large?bytes=");
    if (!transfer.is_upload)
        snprintf(url + end, sizeof url - (size_t)end, "%lld", transfer.bytes);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    struct curl_slist *headers = proxy_headers();
    if (transfer.is_upload) {
        headers = curl_slist_append(headers, "Content-Type: application/octet-stream");
        /* Do not wait for a 100 Continue. */
        headers = curl_slist_append(headers, "Expect:");
    }
    if (!transfer.is_announced)
        headers = curl_slist_append(headers, "Transfer-Encoding: chunked");
    CURL *curl = new_handle(headers);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    if (transfer.is_upload)
        upload(curl, &transfer);
    else
        download(curl, &transfer);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return 0;
}
