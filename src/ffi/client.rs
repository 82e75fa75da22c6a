//! Client

use std::ffi::c_char;
use std::mem::MaybeUninit;

use super::client_options::nango_client_options;
use super::error::nango_error;
use super::guard;
use super::handle::{argument, required};
use crate::client::Client;

/// A client for one Nango environment. Immutable: any number of threads may use one at once, and should share it,
/// because it keeps connections alive. Owned by the caller of nango_client_new and freed with nango_client_free;
/// connections and errors that came from it may outlive it.
pub struct nango_client(Client);

impl nango_client {
    pub(super) fn get(&self) -> &Client {
        &self.0
    }
}

/// abi: blocks
/// Frees a client and closes its connections. NULL is allowed. No call may be using it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_free(client: Option<Box<nango_client>>) {
    guard::or((), || drop(client));
}

/// cbindgen:postfix=NANGO_OWNED(nango_client_free)
/// Creates a client with these settings, which may be freed or changed afterwards. Sends nothing. Settings that were
/// not set are read from the environment, unless nango_client_options_set_read_env disables that: no other thread may
/// change the environment meanwhile. For an https base URL the system's certificate authorities are read.
///
/// Owned: free with nango_client_free. Returns NULL and sets `*error` (NANGO_ERROR_INVALID_ARGUMENT) if a setting cannot
/// be used; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_new(
    options: Option<&nango_client_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_client>> {
    guard::fallible(error, || {
        let options = required(options, "options")?.get();
        Client::new(options).map(|client| Box::new(nango_client(client)))
    })
}

/// Ends all calls of a client with NANGO_ERROR_CANCELLED: running calls within milliseconds, later ones immediately.
/// Cannot be undone. Any thread may call it; wait for the calls to return before you free the client. NULL is allowed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_shutdown(client: Option<&nango_client>) {
    guard::or((), || {
        if let Some(client) = client {
            client.0.shutdown();
        }
    });
}

/// abi: blocks
/// Removes a connection from the cache, with and without its refresh token: for example after the external API
/// rejected its token, or when the connection was deleted. Later calls request it from Nango; responses to earlier
/// requests are not cached. Any thread may call it. Does nothing without a cache, or if an argument is NULL or not
/// UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_invalidate(
    client: Option<&nango_client>,
    connection_id: *const c_char,
    provider_config_key: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that nobody changes during the call.
    let (connection_id, provider_config_key) = unsafe { (argument(connection_id), argument(provider_config_key)) };
    guard::or((), || {
        if let (Some(client), Some(connection_id), Some(provider_config_key)) =
            (client, connection_id.text(), provider_config_key.text())
        {
            client.0.invalidate(connection_id, provider_config_key);
        }
    });
}

/// abi: blocks
/// Removes everything from the cache. Later calls request connections from Nango; responses to earlier requests are
/// not cached. Any thread may call it. Does nothing without a cache, or if `client` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_clear_cache(client: Option<&nango_client>) {
    guard::or((), || {
        if let Some(client) = client {
            client.0.clear_cache();
        }
    });
}
