//! The keys of the cache, and its interface to the rest of the library.

use std::time::Duration;

/// The interface to the rest of the library.
pub(crate) trait Env: Sized {
    type Value;
    type Error: Clone;
    type Notify: Notify;

    /// A clock that runs on while the machine sleeps.
    fn uptime(&self) -> Duration;
    /// The wall clock, in milliseconds since 1970.
    fn unix_ms(&self) -> i64;
    /// The number of this thread: as few threads as possible have the same.
    fn thread(&self) -> usize;
}

/// Notifies threads that wait for another thread's request. Clones notify the same threads.
pub(crate) trait Notify: Clone + Default {
    /// Wakes current and future waiters, permanently.
    fn ring(&self);
}

/// The key of an entry. Two calls with the same key get the same response.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
    pub(crate) refresh_token: bool,
}

/// How long a response may be kept, in addition to the limit of its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expiry {
    Never,
    /// As long as its age allows: it does not expire.
    Always,
    /// It expires at this time, in milliseconds since 1970.
    Until(i64),
}

impl Expiry {
    /// The expiry of two credentials together.
    pub(crate) fn earlier(self, other: Expiry) -> Expiry {
        match (self, other) {
            (Expiry::Never, _) | (_, Expiry::Never) => Expiry::Never,
            (Expiry::Until(one), Expiry::Until(two)) => Expiry::Until(one.min(two)),
            (Expiry::Always, keep) | (keep, Expiry::Always) => keep,
        }
    }
}
