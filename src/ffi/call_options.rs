//! Call options

use super::guard;
use super::handle;
use crate::options::CallOptions;

/// The settings of one call. Owned by the caller of nango_call_options_new and freed with nango_call_options_free.
/// NULL wherever one is asked for means the defaults. Any number of calls may share one while nobody sets.
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
    guard::or((), || drop(options));
}

/// cbindgen:postfix=NANGO_OWNED(nango_call_options_free)
/// Settings with their defaults. Owned: free with nango_call_options_free. Never NULL, except after a fault inside the
/// library.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_new() -> Option<Box<nango_call_options>> {
    guard::or(None, || Some(Box::default()))
}

/// How long this call may take, in milliseconds. Default: what the client says. Negative is the default, 0 has passed
/// already.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_timeout_ms(options: Option<&mut nango_call_options>, total_ms: i64) {
    set(options, |options| options.timeout = handle::duration(total_ms));
}

/// Makes Nango refresh the credentials whatever their expiry says. 0 is no, anything else yes. Default: no. Nango
/// advises against it at high traffic, and a refresh that fails makes plain calls for this connection fail for 30 s.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_force_refresh(options: Option<&mut nango_call_options>, on: i32) {
    set(options, |options| options.force_refresh = on != 0);
}

/// Asks for the refresh token too, which Nango otherwise leaves out. 0 is no, anything else yes. Default: no. The secret
/// key needs the scope to read credentials.
#[unsafe(no_mangle)]
pub extern "C" fn nango_call_options_set_refresh_token(options: Option<&mut nango_call_options>, on: i32) {
    set(options, |options| options.refresh_token = on != 0);
}

/// Also renews the JSON web token of a GitHub App. 0 is no, anything else yes. Default: no. Unknown to old Nango servers.
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
