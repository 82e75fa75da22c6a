//! Client

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::Arc;

use super::client_options::nango_client_options;
use super::error::nango_error;
use super::guard;
use super::handle::{self, argument, unboxed};
use super::outcome;
use crate::client::Client;
use crate::client::error::Error;
use crate::sys::{self, Held, Shared};

/// A client for one Nango environment. Immutable: any number of threads may use one at once, and should share it,
/// because it keeps connections alive. Owned by the caller of nango_client_new and freed with nango_client_free;
/// connections, responses and errors that came from it may outlive it.
// A block of its own, and not that of the `Arc`, which calls may hold longer: so a second free can be seen.
pub struct nango_client {
    client: Shared<Client>,
    /// The number of the thread that made it. Once others use it as well, each has a count of its own.
    maker: usize,
}

/// A share in a client, which keeps it while a call uses it. `None` for NULL.
///
/// # Safety
/// `client` is NULL or came from nango_client_new and was not passed to nango_client_free yet: the header requires
/// that.
#[inline(never)]
pub(super) unsafe fn shared(client: *const nango_client) -> Option<Held<Client>> {
    // SAFETY: by this function's contract NULL or a client.
    let handle = unsafe { client.as_ref() }?;
    let thread = sys::thread_number();
    if thread != handle.maker {
        handle.client.spread();
    }
    Some(handle.client.hold(thread))
}

/// A client that must be given.
pub(super) fn required(client: Option<Held<Client>>) -> Result<Held<Client>, Error> {
    client.ok_or_else(|| handle::is_null("client"))
}

/// abi: blocks
/// Frees a client and closes its connections. NULL is allowed. Calls that other threads are making end as
/// NANGO_ERROR_CANCELLED, as by nango_client_shutdown, and the last of them frees the client: what was set with
/// nango_client_options_set_log must live until they have returned. It does not wait for them. No call may begin with the
/// client any more.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_free(client: Option<Box<nango_client>>) {
    guard::or((), || {
        let Some(nango_client { client, .. }) = client.map(unboxed) else {
            return;
        };
        if client.is_held() {
            client.hold(sys::thread_number()).shutdown();
        }
    });
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
    outcome::fallible(error, || {
        let options = handle::required(options, "options")?.get();
        let client = Client::new(options)?;
        Ok(Box::new(nango_client {
            client: Shared::new(Arc::new(client)),
            maker: sys::thread_number(),
        }))
    })
}

/// Ends all calls of a client with NANGO_ERROR_CANCELLED: running calls within milliseconds, later ones immediately.
/// Cannot be undone. Any thread may call it. NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_shutdown(client: *const nango_client) {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { shared(client) };
    guard::or((), || {
        if let Some(client) = client {
            client.shutdown();
        }
    });
}

/// abi: blocks
/// Removes a connection from the cache, with and without its refresh token: for example after the external API
/// rejected its token, or when the connection was changed elsewhere. A change by this client does so by itself. Later calls
/// request it from Nango; responses to earlier requests are not cached. Any thread may call it. Does nothing without a cache, or if an argument is NULL or not
/// UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_invalidate(
    client: *const nango_client,
    connection_id: *const c_char,
    provider_config_key: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (connection_id, provider_config_key) = unsafe { (argument(connection_id), argument(provider_config_key)) };
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { shared(client) };
    guard::or((), || {
        if let (Some(client), Some(connection_id), Some(provider_config_key)) =
            (client, connection_id.text(), provider_config_key.text())
        {
            client.invalidate(connection_id, provider_config_key);
        }
    });
}

/// abi: blocks
/// Removes everything from the cache. Later calls request connections from Nango; responses to earlier requests are
/// not cached. Any thread may call it. Does nothing without a cache, or if `client` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_clear_cache(client: *const nango_client) {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { shared(client) };
    guard::or((), || {
        if let Some(client) = client {
            client.clear_cache();
        }
    });
}
