//! Connection

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::Arc;

use super::call_options::nango_call_options;
use super::client::{self, nango_client};
use super::error::nango_error;
use super::guard;
use super::handle::{argument, c_string, free};
use super::outcome;
use super::value::nango_value;
use crate::client::call_options::CallOptions;
use crate::connection::{Connection, Field};
use crate::sys::Held;

/// A connection: what Nango knows about one customer's access to one external API, with fresh credentials. Owned by the
/// caller of nango_get_connection and freed with nango_connection_free, which wipes it. Immutable: any number of
/// threads may read it at once. May outlive the client. With a cache several calls may return the same one: each
/// caller frees what it received, and the library wipes it when the cache and all callers have released it.
///
/// Accessors return borrowed strings, UTF-8, which live as long as the connection: never free them. A member that is
/// absent, or has a type that Nango does not document, is NULL (or 0), as is every member of a NULL connection. For
/// members without an accessor use nango_connection_get_string and nango_connection_get_json.
// A block of its own for each handle, although the cache shares what it holds: only so can a second free be seen.
pub struct nango_connection(Held<Connection>);

impl nango_connection {
    pub(super) fn new(connection: Held<Connection>) -> nango_connection {
        nango_connection(connection)
    }
}

/// Frees a connection and all strings borrowed from it, once for each call that returned it, and wipes it unless the
/// cache or another caller still holds it. NULL is allowed. No other thread may be reading this caller's connection.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_free(connection: Option<Box<nango_connection>>) {
    guard::or((), || free(connection));
}

/// cbindgen:postfix=NANGO_OWNED(nango_connection_free)
/// abi: options may be NULL
/// Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes. Call it just before
/// you use the credentials; Nango advises to keep a token for at most 5 minutes. Blocks for at most the timeout. With a
/// cache (nango_client_options_set_cache_ttl_ms) it returns a recently fetched connection immediately.
///
/// `connection_id` and `provider_config_key` are the ids that Nango's dashboard shows; any character is allowed and is
/// encoded. `options` may be NULL for the defaults, `error` may be NULL.
///
/// Owned: free with nango_connection_free. Returns NULL and sets `*error` on failure; every kind of error is possible.
/// On success `*error` is set to NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_get_connection(
    client: *const nango_client,
    connection_id: *const c_char,
    provider_config_key: *const c_char,
    options: Option<&nango_call_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_connection>> {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (connection_id, provider_config_key) = unsafe { (argument(connection_id), argument(provider_config_key)) };
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    outcome::fallible(error, || {
        let client = client::required(client)?;
        let connection_id = connection_id.required("connection_id")?;
        let provider_config_key = provider_config_key.required("provider_config_key")?;
        let defaults = CallOptions::new();
        let options = options.map_or(&defaults, nango_call_options::get);
        let connection = client.hold_connection(connection_id, provider_config_key, options)?;
        Ok(Box::new(nango_connection::new(connection)))
    })
}

/// cbindgen:postfix=NANGO_OWNED(nango_connection_free)
/// A connection from Nango's document, as nango_connection_json gives it: for tests without a server, and for a document
/// that was stored. Owned: free with nango_connection_free. Returns NULL and sets `*error` on failure:
/// NANGO_ERROR_DECODE names the place that is wrong. `error` may be NULL. On success `*error` is set to NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_connection_from_json(
    json: *const c_char,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_connection>> {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let json = unsafe { argument(json) };
    outcome::fallible(error, || {
        let connection = Connection::from_json(json.required("json")?)?;
        Ok(Box::new(nango_connection(Arc::new(connection).into())))
    })
}

/// Nango's numeric id of the connection; 0 if the response has none.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_id(connection: Option<&nango_connection>) -> i64 {
    guard::or(0, || connection.map_or(0, |connection| connection.0.id()))
}

/// The id of the connection. NULL only for a NULL connection.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_connection_id(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ConnectionId)
}

/// The integration that the connection belongs to. NULL only for a NULL connection.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_provider_config_key(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ProviderConfigKey)
}

/// The external API, such as "github"; NULL from Nango servers of 2023.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_provider(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::Provider)
}

/// When the connection was created, as sent: RFC 3339 in one of its forms.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_created_at(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::CreatedAt)
}

/// When the connection was last changed, as sent: RFC 3339 in one of its forms.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_updated_at(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::UpdatedAt)
}

/// When the connection was last fetched, as sent: RFC 3339 in one of its forms.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_last_fetched_at(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::LastFetchedAt)
}

/// The account id, which only Nango Cloud of 2023 sends. Returns 1 and stores it in `*account_id`, or returns 0 and
/// leaves `*account_id` unchanged. `account_id` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_account_id(
    connection: Option<&nango_connection>,
    account_id: Option<&mut MaybeUninit<i64>>,
) -> i32 {
    guard::or(0, || {
        store(connection.and_then(|connection| connection.0.account_id()), account_id)
    })
}

/// The URL to which Nango sends this connection's webhooks instead of the environment's URL; NULL if there is none.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_webhook_url_override(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::WebhookUrlOverride)
}

/// The metadata that your product stored with the connection: the text of a JSON object, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_metadata_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::MetadataJson)
}

/// The configuration of the connection, such as a subdomain: the text of a JSON object, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_connection_config_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ConnectionConfigJson)
}

/// The connection's tags: the text of a JSON object of strings, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_tags_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::TagsJson)
}

/// The end user who created the connection: the text of a JSON object, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_end_user_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::EndUserJson)
}

/// The connection's errors: the text of a JSON array of objects with type and log_id, as sent.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_errors_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::ErrorsJson)
}

/// The whole document, as sent, from { to }. NULL only for a NULL connection.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_json(connection: Option<&nango_connection>) -> *const c_char {
    field(connection, Field::Json)
}

/// What most programs read of a connection, in one text: for a language in which a call of a C function takes longer than the
/// library's work. These twelve members, with a byte 0xFF between each two, which no UTF-8 has, and the byte 0xFE for one that is
/// absent: id, the number of the auth mode and expires_at_ms in decimal digits, then connection_id, provider_config_key, provider,
/// auth_mode_name, created_at, updated_at, last_fetched_at, token and json as their accessors return them. A NUL follows. Borrowed,
/// and it holds secrets, as json does. NULL only for a NULL connection.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_joined(connection: Option<&nango_connection>) -> *const u8 {
    guard::or(std::ptr::null(), || {
        c_string(connection.and_then(|connection| connection.0.joined())).cast()
    })
}

/// The text of the JSON string that a JSON pointer (RFC 6901) names in the document: "/metadata/plan", "/tags/team".
/// NULL if there is no such value, or if it is not a string or contains U+0000. The first lookup indexes the document;
/// later ones are cheap, however large it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_connection_get_string(
    connection: Option<&nango_connection>,
    json_pointer: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let pointer = unsafe { argument(json_pointer) }.text();
    guard::or(std::ptr::null(), || {
        c_string(
            connection
                .zip(pointer)
                .and_then(|(connection, pointer)| connection.0.look_up_string(pointer)),
        )
    })
}

/// The text of any JSON value that a JSON pointer (RFC 6901) names in the document, as sent, including number formats
/// and inner white space; "" names the whole document. NULL if there is no such value. The first lookup indexes the
/// document; later ones are cheap, and the text is copied once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_connection_get_json(
    connection: Option<&nango_connection>,
    json_pointer: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let pointer = unsafe { argument(json_pointer) }.text();
    guard::or(std::ptr::null(), || {
        c_string(
            connection
                .zip(pointer)
                .and_then(|(connection, pointer)| connection.0.look_up_json(pointer)),
        )
    })
}

/// The whole document as a value, to be walked through: see nango_value. Indexed when it is first asked for, as by
/// nango_connection_get_string. NULL only for a NULL connection, or for a document of more than 2 GiB.
#[unsafe(no_mangle)]
pub extern "C" fn nango_connection_value(connection: Option<&nango_connection>) -> *const nango_value {
    guard::or(std::ptr::null(), || {
        nango_value::root(connection.and_then(|connection| connection.0.document()))
    })
}

impl nango_connection {
    pub(super) fn get(&self) -> &Connection {
        &self.0
    }
}

/// One text of a connection, for C.
pub(super) fn field(connection: Option<&nango_connection>, field: Field) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(connection.and_then(|connection| connection.0.field(field)))
    })
}

/// A number that may be absent: 1 and the number, or 0.
pub(super) fn store(value: Option<i64>, out: Option<&mut MaybeUninit<i64>>) -> i32 {
    match value {
        Some(value) => {
            if let Some(out) = out {
                out.write(value);
            }
            1
        }
        None => 0,
    }
}
