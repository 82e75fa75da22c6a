/*
 * The texts of a connection, and where each comes from.
 *
 * Generated from abi/nango.json: do not edit.
 */
#ifndef NANGO_GO_TEXTS_H
#define NANGO_GO_TEXTS_H

#include <nango.h>

/* Go uses these numbers too. */
enum {
    BORDER_CONNECTION_ID,
    BORDER_PROVIDER_CONFIG_KEY,
    BORDER_PROVIDER,
    BORDER_CREATED_AT,
    BORDER_UPDATED_AT,
    BORDER_LAST_FETCHED_AT,
    BORDER_WEBHOOK_URL_OVERRIDE,
    BORDER_METADATA_JSON,
    BORDER_CONNECTION_CONFIG_JSON,
    BORDER_TAGS_JSON,
    BORDER_END_USER_JSON,
    BORDER_ERRORS_JSON,
    BORDER_JSON,
    BORDER_AUTH_MODE_NAME,
    BORDER_TOKEN,
    BORDER_ACCESS_TOKEN,
    BORDER_REFRESH_TOKEN,
    BORDER_OAUTH_TOKEN,
    BORDER_OAUTH_TOKEN_SECRET,
    BORDER_API_KEY,
    BORDER_USERNAME,
    BORDER_PASSWORD,
    BORDER_CREDENTIALS_JSON,
    BORDER_RAW_JSON,
    BORDER_EXPIRES_AT,
    BORDER_TEXTS
};

/* The texts are borrowed from the connection. */
static inline void border_texts(const nango_connection *c, const char *texts[BORDER_TEXTS]) {
    texts[BORDER_CONNECTION_ID] = nango_connection_connection_id(c);
    texts[BORDER_PROVIDER_CONFIG_KEY] = nango_connection_provider_config_key(c);
    texts[BORDER_PROVIDER] = nango_connection_provider(c);
    texts[BORDER_CREATED_AT] = nango_connection_created_at(c);
    texts[BORDER_UPDATED_AT] = nango_connection_updated_at(c);
    texts[BORDER_LAST_FETCHED_AT] = nango_connection_last_fetched_at(c);
    texts[BORDER_WEBHOOK_URL_OVERRIDE] = nango_connection_webhook_url_override(c);
    texts[BORDER_METADATA_JSON] = nango_connection_metadata_json(c);
    texts[BORDER_CONNECTION_CONFIG_JSON] = nango_connection_connection_config_json(c);
    texts[BORDER_TAGS_JSON] = nango_connection_tags_json(c);
    texts[BORDER_END_USER_JSON] = nango_connection_end_user_json(c);
    texts[BORDER_ERRORS_JSON] = nango_connection_errors_json(c);
    texts[BORDER_JSON] = nango_connection_json(c);
    texts[BORDER_AUTH_MODE_NAME] = nango_connection_auth_mode_name(c);
    texts[BORDER_TOKEN] = nango_connection_token(c);
    texts[BORDER_ACCESS_TOKEN] = nango_connection_access_token(c);
    texts[BORDER_REFRESH_TOKEN] = nango_connection_refresh_token(c);
    texts[BORDER_OAUTH_TOKEN] = nango_connection_oauth_token(c);
    texts[BORDER_OAUTH_TOKEN_SECRET] = nango_connection_oauth_token_secret(c);
    texts[BORDER_API_KEY] = nango_connection_api_key(c);
    texts[BORDER_USERNAME] = nango_connection_username(c);
    texts[BORDER_PASSWORD] = nango_connection_password(c);
    texts[BORDER_CREDENTIALS_JSON] = nango_connection_credentials_json(c);
    texts[BORDER_RAW_JSON] = nango_connection_raw_json(c);
    texts[BORDER_EXPIRES_AT] = nango_connection_expires_at(c);
}

#endif
