//! Cancel

use super::guard;
use super::handle;
use crate::net::cancel::Cancel;

/// Cancels calls from another thread: see nango_call_options_set_cancel. One token may serve many calls. Any number of
/// threads may use it at once. Owned by the caller of nango_cancel_new and freed with nango_cancel_free, at any time:
/// options hold a reference of their own.
pub struct nango_cancel(Cancel);

impl nango_cancel {
    pub(super) fn get(&self) -> &Cancel {
        &self.0
    }
}

/// Frees a token, without triggering it. NULL is allowed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_cancel_free(cancel: Option<Box<nango_cancel>>) {
    guard::or((), || handle::free(cancel));
}

/// cbindgen:postfix=NANGO_OWNED(nango_cancel_free)
/// A token that has not been triggered. Owned: free with nango_cancel_free. Never NULL, except after an internal
/// error.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_cancel_new() -> Option<Box<nango_cancel>> {
    guard::or(None, || Some(Box::new(nango_cancel(Cancel::new()))))
}

/// Ends every call that uses this token with NANGO_ERROR_CANCELLED: running calls within milliseconds, later ones
/// immediately. Cannot be undone. Not safe in a signal handler.
#[unsafe(no_mangle)]
pub extern "C" fn nango_cancel_trigger(cancel: Option<&nango_cancel>) {
    guard::or((), || {
        if let Some(cancel) = cancel {
            cancel.0.trigger();
        }
    });
}
