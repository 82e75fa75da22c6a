//! Whether this thread is already inside a call.

use std::cell::Cell;

thread_local! {
    /// How many calls this thread is inside.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Marks that the thread makes or awaits a request. An interrupt may make calls from inside it: such a call must not
/// wait for a request, which may be one that this very thread is making.
pub(crate) struct CallGuard(());

impl CallGuard {
    pub(crate) fn begin() -> CallGuard {
        DEPTH.set(DEPTH.get() + 1);
        CallGuard(())
    }

    pub(crate) fn is_nested() -> bool {
        DEPTH.get() > 0
    }
}

impl Drop for CallGuard {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
