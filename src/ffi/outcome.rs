//! The result of a fallible function for C: a handle, or an error.

use std::mem::MaybeUninit;
use std::ptr;

use super::error::nango_error;
use super::guard::caught;
use crate::client::error::Error;
use crate::sys;

/// Where a function stores its error: C's `nango_error **`, which may be NULL and may point to anything.
pub(super) type ErrorOut<'a> = Option<&'a mut MaybeUninit<*mut nango_error>>;

/// Runs `body`, which gives a handle; a failure or a panic becomes `None` and an error in `error`, a success clears it.
///
/// The thread cannot be cancelled meanwhile: unwinding that is not Rust's own must not pass through Rust.
pub(super) fn fallible<T>(error: ErrorOut<'_>, body: impl FnOnce() -> Result<T, Error>) -> Option<T> {
    let (value, failure) = match caught(|| sys::uncancellable(body)) {
        Some(Ok(value)) => (Some(value), None),
        Some(Err(failure)) => (None, Some(failure)),
        None => (None, Some(Error::internal())),
    };
    if let Some(error) = error {
        error.write(failure.map_or(ptr::null_mut(), nango_error::into_raw));
    }
    value
}
