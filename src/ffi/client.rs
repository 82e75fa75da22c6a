//! Client

use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;

use super::client_options::nango_client_options;
use super::error::nango_error;
use super::guard;
use super::handle::{self, argument};
use super::outcome;
use crate::client::Client;
use crate::client::error::Error;

/// A client for one Nango environment. Immutable: any number of threads may use one at once, and should share it,
/// because it keeps connections alive. Owned by the caller of nango_client_new and freed with nango_client_free;
/// connections, responses and errors that came from it may outlive it.
// For C a pointer to it is the pointer of an `Arc<Client>`, whose layout it therefore has.
#[cfg_attr(feature = "capi", repr(transparent))]
pub struct nango_client(Client);

/// A share in a client, which keeps it while a call uses it. `None` for NULL.
///
/// # Safety
/// `client` is NULL or came from nango_client_new and was not passed to nango_client_free yet: the header requires
/// that.
pub(super) unsafe fn shared(client: *const nango_client) -> Option<Arc<Client>> {
    if client.is_null() {
        return None;
    }
    let client = client.cast::<Client>();
    // SAFETY: by this function's contract the pointer of an `Arc`, of which C still has a share.
    unsafe {
        Arc::increment_strong_count(client);
        Some(Arc::from_raw(client))
    }
}

/// A client that must be given.
pub(super) fn required(client: Option<Arc<Client>>) -> Result<Arc<Client>, Error> {
    client.ok_or_else(|| handle::is_null("client"))
}

/// abi: blocks
/// Frees a client and closes its connections. NULL is allowed. Calls that other threads are making end as
/// NANGO_ERROR_CANCELLED, as by nango_client_shutdown, and the last of them frees the client: what was set with
/// nango_client_options_set_log must live until they have returned. It does not wait for them. No call may begin with the
/// client any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_free(client: *mut nango_client) {
    guard::or((), || {
        if client.is_null() {
            return;
        }
        // SAFETY: the caller passes a result of nango_client_new, and passes it once: the pointer of an `Arc` whose
        // count this call takes over.
        let client = unsafe { Arc::from_raw(client.cast::<Client>().cast_const()) };
        if Arc::strong_count(&client) > 1 {
            client.shutdown();
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
) -> *mut nango_client {
    let client = outcome::fallible(error, || {
        let options = handle::required(options, "options")?.get();
        Client::new(options).map(Arc::new)
    });
    // Nothing is ever written through it: C has it as an opaque type.
    client.map_or(ptr::null_mut(), |client| Arc::into_raw(client).cast_mut().cast())
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
/// rejected its token, or when the connection was deleted. Later calls request it from Nango; responses to earlier
/// requests are not cached. Any thread may call it. Does nothing without a cache, or if an argument is NULL or not
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
