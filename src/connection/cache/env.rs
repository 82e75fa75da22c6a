//! What the cache is asked with, and what it needs of the rest of the library.

use std::time::Duration;

/// What the cache needs of the rest of the library.
pub(crate) trait Env: Sized {
    type Value;
    type Error: Clone;
    type Notify: Notify;

    /// A clock that runs on while the machine sleeps.
    fn uptime(&self) -> Duration;
    /// The wall clock, in milliseconds since 1970.
    fn unix_ms(&self) -> i64;
}

/// What a thread waits with for another thread's request. Clones are the same bell.
pub(crate) trait Notify: Clone + Default {
    /// Wakes those who wait, and those who come later. Once and for all.
    fn ring(&self);
}

/// What an entry is found by. Two calls with the same key get the same answer.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
    pub(crate) refresh_token: bool,
}

/// For how long an answer may be kept, besides its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expiry {
    Never,
    /// As long as its age allows: it does not expire.
    Always,
    /// It expires at this time, in milliseconds since 1970.
    Until(i64),
}

impl Expiry {
    /// What two credentials together allow.
    pub(crate) fn earlier(self, other: Expiry) -> Expiry {
        match (self, other) {
            (Expiry::Never, _) | (_, Expiry::Never) => Expiry::Never,
            (Expiry::Until(one), Expiry::Until(two)) => Expiry::Until(one.min(two)),
            (Expiry::Always, keep) | (keep, Expiry::Always) => keep,
        }
    }
}
