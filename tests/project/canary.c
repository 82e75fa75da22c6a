/*
 * Uses secrets like a program, signals when it holds them and when it has freed everything, and waits to be
 * at. Its own copies of the key are wiped.
 *
 * Standard input: the base URL, a file of authorities or "-", the secret key, one a line; then a line for each step.
 */
#include <nango.h>
#include <nango_api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 512 };

static char base_url[LINE], ca_file[LINE], secret_key[LINE], step[LINE];

/* Without stdio, whose buffers would keep the key. */
static void read_line(char *line) {
    size_t length = 0;
    while (length + 1 < LINE && read(STDIN_FILENO, line + length, 1) == 1 && line[length] != '\n')
        length++;
    line[length] = '\0';
}

static void wipe_all(char *text, size_t size) {
    volatile char *byte = text;
    for (size_t i = 0; i < size; i++)
        byte[i] = 0;
}

static void tell(const char *what) {
    size_t length = strlen(what);
    if (write(STDOUT_FILENO, what, length) != (ssize_t)length)
        exit(2);
}

static nango_client *make_client(void) {
    nango_error *error = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, secret_key);
    nango_client_options_set_base_url(options, base_url);
    nango_client_options_set_http_proxy(options, "");
    nango_client_options_set_max_retries(options, 1);
    nango_client_options_set_timeout_ms(options, 2000);
    nango_client_options_set_max_response_bytes(options, 100000);
    nango_client_options_set_cache_ttl_ms(options, 60000);
    if (strcmp(ca_file, "-") != 0)
        nango_client_options_set_ca_file(options, ca_file);
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    if (!client) {
        tell(nango_error_message(error));
        exit(2);
    }
    return client;
}

/* A call that must end as `kind`; NONE is a success, which is given back. */
static nango_connection *get(const nango_client *client, const char *id, nango_error_kind kind) {
    nango_error *error = NULL;
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_refresh_token(options, 1);
    nango_connection *connection = nango_get_connection(client, id, "p", options, &error);
    nango_call_options_free(options);
    if (nango_error_get_kind(error) != kind) {
        tell(nango_error_kind_name(nango_error_get_kind(error)));
        tell(" instead of ");
        tell(nango_error_kind_name(kind));
        tell(" for ");
        tell(id);
        tell("\n");
        exit(2);
    }
    nango_error_free(error);
    return connection;
}

/* Sends secrets through the proxy, in every place that a request has, and reads some. */
static void proxy(const nango_client *client) {
    nango_error *error = NULL;
    nango_connection *connection = get(client, "good", NANGO_ERROR_NONE);
    const char *token = nango_connection_token(connection);
    const char *secret = nango_connection_credential(connection, "client_secret");
    nango_request *request = nango_request_new("POST", "/good");
    nango_request_add_query(request, "token", token);
    nango_request_add_header(request, "X-Token", nango_connection_refresh_token(connection));
    nango_request_set_body(request, secret, strlen(secret), "text/plain");
    nango_connection_free(connection);
    nango_response *response = nango_proxy(client, "c", "p", request, NULL, &error);
    nango_request_free(request);
    char part[100];
    if (nango_response_read(response, part, sizeof part, NULL) < 1 || !nango_response_body(response, NULL, NULL) ||
        !nango_response_header(response, "x-token"))
        exit(2);
    wipe_all(part, sizeof part);
    nango_response_free(response);
    nango_error_free(error);
}

static void expect(int is_so, const char *what) {
    if (!is_so) {
        tell(what);
        exit(2);
    }
}

/* Sends secrets with operations, and reads some in their results and page by page. */
static void operate(const nango_client *client) {
    nango_error *error = NULL;
    nango_connection *connection = get(client, "good", NANGO_ERROR_NONE);
    char credentials[LINE];
    snprintf(credentials, sizeof credentials, "{\"type\":\"OAUTH2\",\"access_token\":\"%s\"}",
             nango_connection_token(connection));
    nango_connection_free(connection);

    nango_connections_import_params import = {0};
    import.provider_config_key = "p";
    import.credentials = credentials;
    nango_response *response = nango_connections_import(client, &import, NULL, &error);
    wipe_all(credentials, sizeof credentials);
    const nango_value *imported = nango_value_get(nango_response_value(response, NULL), "credentials");
    expect(nango_value_string(nango_value_get(imported, "access_token")) != NULL, "no import\n");
    nango_response_free(response);

    response = nango_connect_sessions_create(client, NULL, NULL, &error);
    const nango_value *session = nango_value_get(nango_response_value(response, NULL), "data");
    expect(nango_value_string(nango_value_get(session, "connect_link")) != NULL, "no session\n");
    nango_response_free(response);

    nango_actions_wait_for_result_params wait = {0};
    wait.id = "good";
    response = nango_actions_wait_for_result(client, &wait, NULL, &error);
    expect(nango_response_body(response, NULL, NULL) != NULL, "no output\n");
    nango_response_free(response);

    nango_records_list_params list = {0};
    list.connection_id = "c";
    list.provider_config_key = "p";
    list.model = "Model";
    nango_items records = nango_records_list(&list);
    size_t count = 0;
    for (const nango_value *record; (record = nango_items_next(&records, client, NULL, &error)) != NULL; count++)
        expect(nango_value_string(nango_value_get(record, "token")) != NULL, "no record\n");
    nango_items_free(&records);
    expect(count == 2 && error == NULL, "not all records\n");
}

int main(void) {
    read_line(base_url);
    read_line(ca_file);
    read_line(secret_key);
    nango_client *client = make_client();
    nango_connection *held = get(client, "good", NANGO_ERROR_NONE);
    if (!nango_connection_get_json(held, "/credentials") || !nango_connection_get_string(held, "/credentials/raw/token") ||
        !nango_connection_credential(held, "client_secret"))
        exit(2);
    tell("holding\n");
    read_line(step);

    nango_connection_free(held);
    tell("cached\n");
    read_line(step);

    nango_client_clear_cache(client);
    tell("idle\n");
    read_line(step);

    nango_connection_free(get(client, "good", NANGO_ERROR_NONE));
    nango_connection_free(get(client, "escaped", NANGO_ERROR_NONE));
    get(client, "refused", NANGO_ERROR_UNAUTHORIZED);
    get(client, "failed", NANGO_ERROR_SERVER);
    get(client, "refresh", NANGO_ERROR_REFRESH_FAILED);
    get(client, "page", NANGO_ERROR_NOT_NANGO);
    get(client, "wrong-type", NANGO_ERROR_DECODE);
    get(client, "large", NANGO_ERROR_TOO_LARGE);
    get(client, "cut", NANGO_ERROR_IO);
    get(client, "stalled", NANGO_ERROR_TIMEOUT);
    proxy(client);
    operate(client);
    nango_client_free(client);
    wipe_all(secret_key, sizeof secret_key);
    tell("freed\n");
    read_line(step);
    return 0;
}
