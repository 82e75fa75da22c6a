//! Credentials

use std::ffi::c_char;
use std::mem::MaybeUninit;

use super::connection::{field, nango_connection, store};
use super::guard;
use super::handle::{argument, c_string};
use crate::connection::Field;

/// How the external API of a connection authenticates: one of the `NANGO_AUTH_MODE_*` numbers. Later versions may add
/// numbers: use nango_connection_auth_mode_name for one that you do not know.
pub type nango_auth_mode = i32;

/// There are no credentials: none are needed, or the secret key is not allowed to read them. Nango does not
/// distinguish the two.
pub const NANGO_AUTH_MODE_ABSENT: nango_auth_mode = 0;
/// A mode that is newer than the library, or no mode was sent. All data is still readable; see
/// nango_connection_auth_mode_name.
pub const NANGO_AUTH_MODE_UNKNOWN: nango_auth_mode = 1;
/// No authentication.
pub const NANGO_AUTH_MODE_NONE: nango_auth_mode = 2;
/// OAuth 1.0a: oauth_token, oauth_token_secret.
pub const NANGO_AUTH_MODE_OAUTH1: nango_auth_mode = 3;
/// OAuth 2: access_token, and refresh_token if requested.
pub const NANGO_AUTH_MODE_OAUTH2: nango_auth_mode = 4;
/// OAuth 2 client credentials: token; client_id and client_secret with nango_connection_credential.
pub const NANGO_AUTH_MODE_OAUTH2_CC: nango_auth_mode = 5;
/// HTTP basic authentication: username, password; either may be empty.
pub const NANGO_AUTH_MODE_BASIC: nango_auth_mode = 6;
/// An API key: api_key.
pub const NANGO_AUTH_MODE_API_KEY: nango_auth_mode = 7;
/// A GitHub App: access_token.
pub const NANGO_AUTH_MODE_APP: nango_auth_mode = 8;
/// The App Store, from old Nango servers: access_token; private_key with nango_connection_credential.
pub const NANGO_AUTH_MODE_APP_STORE: nango_auth_mode = 9;
/// A GitHub App together with a user's token: /credentials/app and /credentials/user with nango_connection_get_string.
pub const NANGO_AUTH_MODE_CUSTOM: nango_auth_mode = 10;
/// NetSuite's token-based authentication: token_id and token_secret with nango_connection_credential.
pub const NANGO_AUTH_MODE_TBA: nango_auth_mode = 11;
/// Tableau, from old Nango servers: token; pat_name and pat_secret with nango_connection_credential.
pub const NANGO_AUTH_MODE_TABLEAU: nango_auth_mode = 12;
/// A signed JSON web token: token.
pub const NANGO_AUTH_MODE_JWT: nango_auth_mode = 13;
/// Bill.com: username, password; organization_id, dev_key and session_id with nango_connection_credential.
pub const NANGO_AUTH_MODE_BILL: nango_auth_mode = 14;
/// Two steps, the second of which yields token.
pub const NANGO_AUTH_MODE_TWO_STEP: nango_auth_mode = 15;
/// A signature: username, password, token.
pub const NANGO_AUTH_MODE_SIGNATURE: nango_auth_mode = 16;
/// MCP over OAuth 2: access_token.
pub const NANGO_AUTH_MODE_MCP_OAUTH2: nango_auth_mode = 17;
/// MCP over OAuth 2 with dynamic client registration: access_token.
pub const NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC: nango_auth_mode = 18;
/// A plugin that the customer installs: username, password.
pub const NANGO_AUTH_MODE_INSTALL_PLUGIN: nango_auth_mode = 19;
/// AWS Signature Version 4: access_key_id, secret_access_key, session_token, role_arn, region and service with
/// nango_connection_credential.
pub const NANGO_AUTH_MODE_AWS_SIGV4: nango_auth_mode = 20;

/// abi: returns NANGO_AUTH_MODE_ABSENT for NULL
/// How the external API authenticates; NANGO_AUTH_MODE_ABSENT for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_auth_mode(connection: Option<&nango_connection>) -> nango_auth_mode {
    guard::or(NANGO_AUTH_MODE_ABSENT, || {
        connection.map_or(NANGO_AUTH_MODE_ABSENT, |connection| {
            connection.get().auth_mode().number()
        })
    })
}

/// The auth mode as sent, such as "OAUTH2", even if the library does not know it; NULL if none was sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_auth_mode_name(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::AuthModeName)
}

/// The token that authenticates a request, for the modes where a single string does: the access token of OAUTH2,
/// MCP_OAUTH2, MCP_OAUTH2_GENERIC, APP and APP_STORE, the token of OAUTH2_CC, JWT, TWO_STEP, TABLEAU and SIGNATURE, the
/// key of API_KEY. NULL for all other modes.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_token(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::Token)
}

/// The value of the Authorization header for a request to the external API: "Bearer " and the token or the key (OAUTH2,
/// OAUTH2_CC, MCP_OAUTH2, MCP_OAUTH2_GENERIC, APP, APP_STORE, JWT, SIGNATURE, TWO_STEP, API_KEY), or "Basic " and the encoded
/// username and password (BASIC, INSTALL_PLUGIN). NULL for the other modes, which one such header does not authenticate,
/// without credentials, and for a token that is empty or cannot stand in a header. Some APIs expect their key elsewhere:
/// nango_proxy knows where.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_authorization(connection: Option<&nango_connection>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(connection.and_then(|connection| connection.get().authorization_text()))
    })
}

/// The member access_token of the credentials.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_access_token(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::AccessToken)
}

/// The member refresh_token of the credentials, which Nango sends only if the call requests it: see
/// nango_call_options_set_refresh_token.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_refresh_token(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::RefreshToken)
}

/// The member oauth_token of the credentials (OAUTH1).
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_oauth_token(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::OauthToken)
}

/// The member oauth_token_secret of the credentials (OAUTH1).
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_oauth_token_secret(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::OauthTokenSecret)
}

/// The member apiKey of the credentials (API_KEY).
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_api_key(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ApiKey)
}

/// The member username of the credentials; may be "".
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_username(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::Username)
}

/// The member password of the credentials; may be "".
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_password(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::Password)
}

/// Any string member of the credentials, by its name in Nango's response: "client_id", "dev_key", "session_token".
/// NULL if there is no such member or it is not a string. The result is remembered, so repeated calls are cheap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_connection_credential(
    connection: Option<&nango_connection>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let name = unsafe { argument(name) }.text();
    guard::or(std::ptr::null(), || {
        c_string(
            connection
                .zip(name)
                .and_then(|(connection, name)| connection.get().credential_text(name)),
        )
    })
}

/// The credentials: the text of a JSON object, as sent; "{}" if none are needed or the secret key is not allowed to
/// read them.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_credentials_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::CredentialsJson)
}

/// The external API's response that contained the credentials: JSON text, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_raw_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::RawJson)
}

/// When the credentials expire, as sent: RFC 3339, or whatever the external API sent. NULL if they do not expire.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_expires_at(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ExpiresAt)
}

/// When the credentials expire, in milliseconds since 1970-01-01 UTC. Returns 1 and stores it in `*unix_ms`; returns 0
/// and leaves `*unix_ms` unchanged if they do not expire or if what was sent is not RFC 3339. `unix_ms` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_expires_at_ms(
    connection: Option<&nango_connection>,
    unix_ms: Option<&mut MaybeUninit<i64>>,
) -> i32 {
    guard::or(0, || {
        store(
            connection.and_then(|connection| connection.get().expires_at_ms()),
            unix_ms,
        )
    })
}
