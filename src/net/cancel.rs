//! Cancelling: a token that ends the calls it was given to, in any wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{fmt, io};

use once_cell::race::OnceBox;

use crate::sys::{PerProcess, Wake};

/// Ends calls from another thread.
///
/// One token may serve many calls, before, while and after they run; triggering is final. Clones are the same token.
#[derive(Clone)]
pub struct Cancel(Arc<TokenState>);

struct TokenState {
    triggered: AtomicBool,
    /// Made by the first call that waits and finds a descriptor free. A child of fork has its own, since what one process
    /// sets would wake the other.
    wake: PerProcess<OnceBox<Wake>>,
}

impl Default for Cancel {
    fn default() -> Cancel {
        Cancel(Arc::new(TokenState {
            triggered: AtomicBool::new(false),
            wake: PerProcess::new(OnceBox::new()),
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
        if let Some(wake) = self.own_wake().get() {
            wake.set();
        }
    }

    /// Whether the token was triggered.
    pub fn is_triggered(&self) -> bool {
        self.0.triggered.load(Ordering::SeqCst)
    }

    /// The descriptor that becomes readable when the token is triggered. `None` if the system is out of descriptors:
    /// then a wait has to poll the flag, and the next one tries again.
    pub(crate) fn wake(&self) -> Option<&Wake> {
        self.wake_made_by(Wake::new)
    }

    fn wake_made_by(&self, make: impl FnOnce() -> io::Result<Wake>) -> Option<&Wake> {
        let wake = self.own_wake().get_or_try_init(|| make().map(Box::new)).ok();
        if self.is_triggered() {
            if let Some(wake) = wake {
                wake.set();
            }
        }
        wake
    }

    fn own_wake(&self) -> &OnceBox<Wake> {
        self.0.wake.get(|_| OnceBox::new())
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel")
            .field("is_triggered", &self.is_triggered())
            .finish()
    }
}

/// A function that a waiting call calls from time to time: should it end?
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
    fn a_descriptor_that_could_not_be_made_is_asked_for_again() {
        let cancel = Cancel::new();
        let out_of_descriptors = || Err(io::Error::other("invented"));
        assert!(cancel.wake_made_by(out_of_descriptors).is_none());
        assert!(cancel.wake().is_some());
        assert!(cancel.wake_made_by(out_of_descriptors).is_some(), "it is made once");
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
