//! Cancelling: a token that ends the calls it was given to, whatever they wait for.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::sys::{PerProcess, Wake};

/// Ends calls from another thread.
///
/// One token may serve many calls, before, while and after they run; triggering is final. Clones are the same token.
#[derive(Clone)]
pub struct Cancel(Arc<TokenState>);

struct TokenState {
    triggered: AtomicBool,
    /// Made by the first call that waits; `None` inside if the system gave no descriptor. A child of fork has its own,
    /// since what one process sets would wake the other.
    wake: PerProcess<OnceLock<Option<Wake>>>,
}

impl Default for Cancel {
    fn default() -> Cancel {
        Cancel(Arc::new(TokenState {
            triggered: AtomicBool::new(false),
            wake: PerProcess::new(OnceLock::new()),
        }))
    }
}

impl Cancel {
    /// A token that has not been triggered.
    pub fn new() -> Cancel {
        Cancel::default()
    }

    /// Ends every call that has this token: those under way within milliseconds, later ones at once.
    pub fn trigger(&self) {
        // Before the look at `wake`: a call makes its `wake` first and looks at the flag then, so one of the two sees the
        // other.
        self.0.triggered.store(true, Ordering::SeqCst);
        if let Some(Some(wake)) = self.own_wake().get() {
            wake.set();
        }
    }

    /// Whether the token was triggered.
    pub fn is_triggered(&self) -> bool {
        self.0.triggered.load(Ordering::SeqCst)
    }

    /// What becomes readable when the token is triggered. `None` if the system is out of descriptors: then a call has to
    /// look at the flag from time to time.
    pub(crate) fn wake(&self) -> Option<&Wake> {
        let wake = self.own_wake().get_or_init(|| Wake::new().ok()).as_ref();
        if self.is_triggered() {
            if let Some(wake) = wake {
                wake.set();
            }
        }
        wake
    }

    fn own_wake(&self) -> &OnceLock<Option<Wake>> {
        self.0.wake.get(|_| OnceLock::new())
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel")
            .field("is_triggered", &self.is_triggered())
            .finish()
    }
}

/// A question that a waiting call asks from time to time: should it end?
#[derive(Clone)]
pub(crate) struct Interrupt(Arc<dyn Fn() -> bool + Send + Sync>);

impl Interrupt {
    pub(crate) fn new(asks_to_end: impl Fn() -> bool + Send + Sync + 'static) -> Interrupt {
        Interrupt(Arc::new(asks_to_end))
    }

    pub(crate) fn asks_to_end(&self) -> bool {
        (self.0)()
    }
}

impl fmt::Debug for Interrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Interrupt")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::sys::{self, Interest, Polled};

    fn is_awake(cancel: &Cancel) -> bool {
        let wake = cancel.wake().unwrap();
        let mut polled = [Polled::new(wake, Interest::Readable)];
        sys::wait(&mut polled, Duration::ZERO).unwrap();
        polled[0].is_ready()
    }

    #[test]
    fn a_trigger_is_seen_by_who_waits_and_by_who_comes_later() {
        let waited_before = Cancel::new();
        assert!(!is_awake(&waited_before));
        waited_before.clone().trigger();
        assert!(is_awake(&waited_before) && is_awake(&waited_before));

        let waited_after = Cancel::new();
        waited_after.trigger();
        assert!(waited_after.is_triggered() && is_awake(&waited_after));
    }
}
