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
    BRIDGE_CONNECTION_ID,
    BRIDGE_PROVIDER_CONFIG_KEY,
    BRIDGE_PROVIDER,
    BRIDGE_CREATED_AT,
    BRIDGE_UPDATED_AT,
    BRIDGE_LAST_FETCHED_AT,
    BRIDGE_WEBHOOK_URL_OVERRIDE,
    BRIDGE_METADATA_JSON,
    BRIDGE_CONNECTION_CONFIG_JSON,
    BRIDGE_TAGS_JSON,
    BRIDGE_END_USER_JSON,
    BRIDGE_ERRORS_JSON,
    BRIDGE_JSON,
    BRIDGE_AUTH_MODE_NAME,
    BRIDGE_TOKEN,
    BRIDGE_AUTHORIZATION,
    BRIDGE_ACCESS_TOKEN,
    BRIDGE_REFRESH_TOKEN,
    BRIDGE_OAUTH_TOKEN,
    BRIDGE_OAUTH_TOKEN_SECRET,
    BRIDGE_API_KEY,
    BRIDGE_USERNAME,
    BRIDGE_PASSWORD,
    BRIDGE_CREDENTIALS_JSON,
    BRIDGE_RAW_JSON,
    BRIDGE_EXPIRES_AT,
    BRIDGE_TEXTS
};

/* The texts are borrowed from the connection. */
static inline void bridge_texts(const nango_connection *c, const char *texts[BRIDGE_TEXTS]) {
    texts[BRIDGE_CONNECTION_ID] = nango_connection_connection_id(c);
    texts[BRIDGE_PROVIDER_CONFIG_KEY] = nango_connection_provider_config_key(c);
    texts[BRIDGE_PROVIDER] = nango_connection_provider(c);
    texts[BRIDGE_CREATED_AT] = nango_connection_created_at(c);
    texts[BRIDGE_UPDATED_AT] = nango_connection_updated_at(c);
    texts[BRIDGE_LAST_FETCHED_AT] = nango_connection_last_fetched_at(c);
    texts[BRIDGE_WEBHOOK_URL_OVERRIDE] = nango_connection_webhook_url_override(c);
    texts[BRIDGE_METADATA_JSON] = nango_connection_metadata_json(c);
    texts[BRIDGE_CONNECTION_CONFIG_JSON] = nango_connection_connection_config_json(c);
    texts[BRIDGE_TAGS_JSON] = nango_connection_tags_json(c);
    texts[BRIDGE_END_USER_JSON] = nango_connection_end_user_json(c);
    texts[BRIDGE_ERRORS_JSON] = nango_connection_errors_json(c);
    texts[BRIDGE_JSON] = nango_connection_json(c);
    texts[BRIDGE_AUTH_MODE_NAME] = nango_connection_auth_mode_name(c);
    texts[BRIDGE_TOKEN] = nango_connection_token(c);
    texts[BRIDGE_AUTHORIZATION] = nango_connection_authorization(c);
    texts[BRIDGE_ACCESS_TOKEN] = nango_connection_access_token(c);
    texts[BRIDGE_REFRESH_TOKEN] = nango_connection_refresh_token(c);
    texts[BRIDGE_OAUTH_TOKEN] = nango_connection_oauth_token(c);
    texts[BRIDGE_OAUTH_TOKEN_SECRET] = nango_connection_oauth_token_secret(c);
    texts[BRIDGE_API_KEY] = nango_connection_api_key(c);
    texts[BRIDGE_USERNAME] = nango_connection_username(c);
    texts[BRIDGE_PASSWORD] = nango_connection_password(c);
    texts[BRIDGE_CREDENTIALS_JSON] = nango_connection_credentials_json(c);
    texts[BRIDGE_RAW_JSON] = nango_connection_raw_json(c);
    texts[BRIDGE_EXPIRES_AT] = nango_connection_expires_at(c);
}

#endif
