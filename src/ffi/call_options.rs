//! Call options

use std::ffi::c_void;

use super::callback::{self, UserData, nango_interrupt_fn};
use super::cancel::nango_cancel;
use super::guard;
use super::handle;
use crate::client::call_options::CallOptions;

/// The settings of one call. Owned by the caller of nango_call_options_new and freed with nango_call_options_free.
/// Passing NULL for it means the defaults. Any number of calls may share one while no thread changes it.
#[derive(Default)]
pub struct nango_call_options(CallOptions);

impl nango_call_options {
    pub(super) fn get(&self) -> &CallOptions {
        &self.0
    }
}

/// Frees the options. NULL is allowed. No call may be using them.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_free(options: Option<Box<nango_call_options>>) {
    guard::or((), || handle::free(options));
}

/// cbindgen:postfix=NANGO_OWNED(nango_call_options_free)
/// Settings with their defaults. Owned: free with nango_call_options_free. Never NULL, except after an internal
/// error.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_new() -> Option<Box<nango_call_options>> {
    guard::or(None, || Some(Box::default()))
}

/// How long this call may take, in milliseconds. Default: the client's timeout. Negative means the default; 0 expires
/// immediately.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_timeout_ms(options: Option<&mut nango_call_options>, total_ms: i64) {
    set(options, |options| options.timeout = handle::duration(total_ms));
}

/// abi: cancel may be NULL
/// Lets `cancel` end the call. Default: NULL, no token. The options hold their own reference, so the token may be
/// freed at any time.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_cancel(
    options: Option<&mut nango_call_options>,
    cancel: Option<&nango_cancel>,
) {
    set(options, |options| {
        options.cancel = cancel.map(|cancel| cancel.get().clone())
    });
}

/// Lets `asked` end the call: see nango_interrupt_fn. Default: NULL, no function. `user_data` must live until the
/// options are freed and no call runs.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_interrupt(
    options: Option<&mut nango_call_options>,
    asked: nango_interrupt_fn,
    user_data: *mut c_void,
) {
    let user_data = UserData(user_data);
    set(options, |options| match asked {
        Some(asked) => {
            options.interrupt(move || callback::asks_to_end(asked, &user_data));
        }
        None => options.interrupt = None,
    });
}

/// The maximum age of a connection from the cache, in milliseconds, if less than
/// nango_client_options_set_cache_ttl_ms. Default: no separate limit. Negative means the default; 0 bypasses the cache
/// and does not wait for another call, but the response is still cached. Without a cache it has no effect.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_max_age_ms(options: Option<&mut nango_call_options>, ms: i64) {
    set(options, |options| options.max_age = handle::duration(ms));
}

/// abi: on is a flag
/// Makes Nango refresh the credentials even if they have not expired. 0 is no, anything else yes. Default: no. Nango
/// advises against it at high traffic, and a failed refresh makes ordinary calls for this connection fail for 30 s.
/// Bypasses the cache and replaces its entry.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_force_refresh(options: Option<&mut nango_call_options>, on: i32) {
    set(options, |options| options.force_refresh = on != 0);
}

/// abi: on is a flag
/// Also requests the refresh token, which Nango omits by default. 0 is no, anything else yes. Default: no. The secret
/// key needs the scope to read credentials.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_refresh_token(options: Option<&mut nango_call_options>, on: i32) {
    set(options, |options| options.refresh_token = on != 0);
}

/// abi: on is a flag
/// Also renews the JSON web token of a GitHub App. 0 is no, anything else yes. Default: no. Old Nango servers do not
/// support it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_refresh_github_app_jwt_token(
    options: Option<&mut nango_call_options>,
    on: i32,
) {
    set(options, |options| options.refresh_github_app_jwt_token = on != 0);
}

/// Changes the options, if there are any.
fn set(options: Option<&mut nango_call_options>, change: impl FnOnce(&mut CallOptions)) {
    guard::or((), || {
        if let Some(options) = options {
            change(&mut options.0);
        }
    });
}
