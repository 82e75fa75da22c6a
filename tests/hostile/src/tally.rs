//! A server's counters over all its connections.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many of each there were.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Connections that were made.
    pub connections: usize,
    /// Heads of requests that came.
    pub requests: usize,
    /// Bodies of requests that came, whole.
    pub uploads: usize,
}

/// The counts of a server that is running.
#[derive(Default)]
pub struct Tally {
    counts: Mutex<Counts>,
    changed: Condvar,
}

impl Tally {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The counts as they are now.
    pub fn counts(&self) -> Counts {
        *self.lock()
    }

    /// Changes the counts.
    pub fn note(&self, change: impl FnOnce(&mut Counts)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    /// Waits until so many bodies have come, no longer than `patience`.
    pub fn wait_for_uploads(&self, uploads: usize, patience: Duration) {
        let too_few = |counts: &mut Counts| counts.uploads < uploads;
        drop(self.changed.wait_timeout_while(self.lock(), patience, too_few));
    }
}
