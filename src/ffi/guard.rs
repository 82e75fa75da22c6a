//! No panic crosses the border.

use std::panic::{self, AssertUnwindSafe};

/// Runs `body`; a panic becomes `fallback`.
pub(super) fn or<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    caught(body).unwrap_or(fallback)
}

/// The result of `body`; `None` if it panics.
pub(super) fn caught<T>(body: impl FnOnce() -> T) -> Option<T> {
    let guarded = || {
        #[cfg(test)]
        injected::panic_if_asked();
        body()
    };
    match panic::catch_unwind(AssertUnwindSafe(guarded)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // Dropping a payload runs code that could panic again.
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
