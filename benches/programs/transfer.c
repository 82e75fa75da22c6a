/* libnango: one large body. */
#include "transfer.h"

#include "nango_program.h"

/* Until the response's head, so a whole upload. */
#define TEN_MINUTES_MS 600000

static int64_t read_part(void *user_data, void *buffer, size_t capacity) {
    return (int64_t)fill(user_data, buffer, capacity);
}

static void receive(nango_response *response, struct transfer *transfer) {
    static char part[PART];
    nango_error *error = NULL;
    int64_t count;
    while ((count = nango_response_read(response, part, sizeof part, &error)) > 0)
        transfer->left -= count;
    if (count < 0)
        fail_with(error);
    check_download(transfer);
}

static nango_request *request_for(struct transfer *transfer) {
    char endpoint[64];
    snprintf(endpoint, sizeof endpoint, transfer->is_upload ? "/upload?hash=none" : "/large?bytes=%lld",
             transfer->bytes);
    nango_request *request = nango_request_new(transfer->is_upload ? "POST" : "GET", endpoint);
    nango_request_add_header(request, "Accept-Language", "en");
    if (transfer->is_upload)
        nango_request_set_body_reader(request, read_part, transfer, transfer->is_announced ? transfer->bytes : -1,
                                      NULL);
    return request;
}

int main(int argc, char **argv) {
    struct transfer transfer = transfer_of(argc, argv);
    nango_client_options *options = new_options(transfer.base_url);
    nango_client_options_set_timeout_ms(options, TEN_MINUTES_MS);
    nango_client *client = client_of(options);
    nango_request *request = request_for(&transfer);
    nango_response *response = proxied(client, request);
    if (transfer.is_upload)
        check_receipt(&transfer, nango_response_get_json(response, ""));
    else
        receive(response, &transfer);
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
    return 0;
}
