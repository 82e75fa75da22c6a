/*
 * The functions of nango.h that have the same shape, so that a test can call them one after another.
 *
 * Generated from abi/nango.json: do not edit.
 */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include <nango.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct {
    int32_t (*get)(const nango_connection *, int64_t *);
} connection_stored_numbers[] = {
    {nango_connection_account_id},
    {nango_connection_expires_at_ms},
};

static const struct {
    void (*set)(nango_request *, const char *, const char *);
} request_pair_setters[] = {
    {nango_request_set_path_parameter},
    {nango_request_add_query},
    {nango_request_add_header},
};

/* `setting` is what an error calls the parameter. */
static const struct {
    void (*set)(nango_client_options *, const char *);
    const char *setting;
} text_setters[] = {
    {nango_client_options_set_secret_key, "secret_key"},
    {nango_client_options_set_base_url, "base_url"},
    {nango_client_options_set_http_proxy, "http_proxy"},
    {nango_client_options_set_ca_file, "ca_file"},
    {nango_client_options_set_user_agent, "user_agent"},
};

#endif
