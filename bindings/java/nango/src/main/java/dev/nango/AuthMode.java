// Generated from abi/nango.json by make generate: do not edit.

package dev.nango;

/** How an external API authenticates. */
public enum AuthMode {
    /**
     * There are no credentials: none are needed, or the secret key is not allowed to read them. Nango does not
     * distinguish the two.
     */
    ABSENT,

    /**
     * A mode that is newer than the library, or no mode was sent. All data is still readable; see
     * nango_connection_auth_mode_name.
     */
    UNKNOWN,

    /** No authentication. */
    NONE,

    /** OAuth 1.0a: oauth_token, oauth_token_secret. */
    OAUTH1,

    /** OAuth 2: access_token, and refresh_token if requested. */
    OAUTH2,

    /** OAuth 2 client credentials: token; client_id and client_secret with nango_connection_credential. */
    OAUTH2_CC,

    /** HTTP basic authentication: username, password; either may be empty. */
    BASIC,

    /** An API key: api_key. */
    API_KEY,

    /** A GitHub App: access_token. */
    APP,

    /** The App Store, from old Nango servers: access_token; private_key with nango_connection_credential. */
    APP_STORE,

    /**
     * A GitHub App together with a user's token: /credentials/app and /credentials/user with
     * nango_connection_get_string.
     */
    CUSTOM,

    /** NetSuite's token-based authentication: token_id and token_secret with nango_connection_credential. */
    TBA,

    /** Tableau, from old Nango servers: token; pat_name and pat_secret with nango_connection_credential. */
    TABLEAU,

    /** A signed JSON web token: token. */
    JWT,

    /** Bill.com: username, password; organization_id, dev_key and session_id with nango_connection_credential. */
    BILL,

    /** Two steps, the second of which yields token. */
    TWO_STEP,

    /** A signature: username, password, token. */
    SIGNATURE,

    /** MCP over OAuth 2: access_token. */
    MCP_OAUTH2,

    /** MCP over OAuth 2 with dynamic client registration: access_token. */
    MCP_OAUTH2_GENERIC,

    /** A plugin that the customer installs: username, password. */
    INSTALL_PLUGIN,

    /**
     * AWS Signature Version 4: access_key_id, secret_access_key, session_token, role_arn, region and service with
     * nango_connection_credential.
     */
    AWS_SIGV4;

    private static final AuthMode[] BY_NUMBER = values();

    /** The mode with a number of nango.h; {@link #UNKNOWN} for one that is newer than this package. */
    static AuthMode of(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
    }
}
