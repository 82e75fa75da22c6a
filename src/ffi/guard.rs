//! No panic crosses the border.

use std::mem::MaybeUninit;
use std::panic::{self, AssertUnwindSafe};
use std::ptr;

use super::error::nango_error;
use crate::client::error::Error;
use crate::sys;

/// Where a function stores its error: C's `nango_error **`, which may be NULL and may point to anything.
pub(super) type ErrorOut<'a> = Option<&'a mut MaybeUninit<*mut nango_error>>;

/// Runs `body`; a panic becomes `fallback`.
pub(super) fn or<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    caught(body).unwrap_or(fallback)
}

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

fn caught<T>(body: impl FnOnce() -> T) -> Option<T> {
    let guarded = || {
        #[cfg(test)]
        injected::panic_if_asked();
        body()
    };
    match panic::catch_unwind(AssertUnwindSafe(guarded)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // Dropping a payload runs code of whoever panicked, which could panic again.
            std::mem::forget(payload);
            None
        }
    }
}

/// Panics on demand, so that the tests see what every function makes of one.
#[cfg(test)]
pub(super) mod injected {
    use std::cell::Cell;

    thread_local! {
        static ASKED: Cell<bool> = const { Cell::new(false) };
    }

    /// Makes every function of the C ABI panic on this thread, or no longer.
    pub(crate) fn set(asked: bool) {
        ASKED.set(asked);
    }

    pub(super) fn panic_if_asked() {
        if ASKED.get() {
            panic!("injected by a test");
        }
    }
}
