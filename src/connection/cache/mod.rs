//! The cache: connections that were fetched a moment ago, and requests that several calls share.
//!
//! It is independent of HTTP and of how a thread waits. A call looks up a key and learns what to do: use the entry,
//! make a request, or wait for one that is under way. The interface to the rest is [`Env`], so that tests and loom
//! run this very code.

mod env;
mod flight;
#[cfg(all(test, loom))]
mod interleavings;
mod store;
mod sync;
mod system;
#[cfg(all(test, not(loom)))]
mod tests;

use std::sync::Arc;
use std::time::Duration;

pub(crate) use self::env::{Env, Expiry, Key, Notify};
pub(crate) use self::flight::{Flight, Outcome};
use self::store::{Completion, Entry, Store};
pub(crate) use self::system::{ConnectionCache, SystemEnv};
use crate::sys::{self, Held, StripedLock};

/// The maximum number of entries; the least recently used is evicted first.
const MAX_ENTRIES: usize = 10_000;

/// What a call has to do.
pub(crate) enum Lookup<'a, W: Env> {
    /// Use this entry.
    Hit(Held<W::Value>),
    /// Make the request.
    Ask(Request<'a, W>),
    /// Wait for the same request of another call.
    Wait(Arc<Flight<W>>),
}

/// The connections that one client has fetched in one process.
pub(crate) struct Cache<W: Env> {
    world: W,
    ttl: Duration,
    store: StripedLock<Store<W>>,
}

impl<W: Env> Cache<W> {
    /// A cache whose entries are used for `ttl`.
    pub(crate) fn new(world: W, ttl: Duration) -> Cache<W> {
        Cache::with_capacity(world, ttl, MAX_ENTRIES)
    }

    fn with_capacity(world: W, ttl: Duration, capacity: usize) -> Cache<W> {
        let store = Store::new(capacity, world.uptime());
        Cache {
            world,
            ttl,
            store: StripedLock::new(store),
        }
    }

    /// The maximum age of an entry.
    pub(crate) fn ttl(&self) -> Duration {
        self.ttl
    }

    /// Looks up the entry for a call that accepts one requested less than `max_age` ago. One that may not wait makes
    /// its own request where others wait.
    pub(crate) fn enter<'a>(&'a self, key: Key<'a>, max_age: Option<Duration>, may_wait: bool) -> Lookup<'a, W> {
        let now = self.world.uptime();
        let max_age = max_age.map_or(self.ttl, |max_age| max_age.min(self.ttl));
        let thread = self.world.thread();
        match self
            .store
            .read(thread, |store| self.take(store, key, now, max_age, thread))
        {
            Some(value) => Lookup::Hit(value),
            None => self.enter_without_entry(key, now, max_age, may_wait),
        }
    }

    fn enter_without_entry<'a>(
        &'a self,
        key: Key<'a>,
        now: Duration,
        max_age: Duration,
        may_wait: bool,
    ) -> Lookup<'a, W> {
        self.change(|store| {
            // Another thread may have been faster.
            if let Some(value) = self.take(store, key, now, max_age, self.world.thread()) {
                return Lookup::Hit(value);
            }
            let flight = match store.flight(key) {
                Some(flight) if now.saturating_sub(flight.started()) < max_age => match may_wait {
                    true => return Lookup::Wait(flight.clone()),
                    false => None,
                },
                _ => Some(Arc::new(Flight::new(now))),
            };
            Lookup::Ask(self.request(store, key, now, flight, false))
        })
    }

    /// An unshared request that renews the credentials, so that older responses are invalid after it.
    pub(crate) fn renew<'a>(&'a self, key: Key<'a>) -> Request<'a, W> {
        let now = self.world.uptime();
        self.change(|store| self.request(store, key, now, None, true))
    }

    /// Removes a connection, or all with this id or of this integration, or simply all: results of earlier requests are
    /// not kept, and later calls do not wait for them.
    pub(crate) fn invalidate(&self, connection_id: Option<&str>, provider_config_key: Option<&str>) {
        let forgotten = self.change(|store| store.forget(connection_id, provider_config_key));
        // Wiped here, outside the lock.
        drop(forgotten);
    }

    fn take(
        &self,
        store: &Store<W>,
        key: Key<'_>,
        now: Duration,
        max_age: Duration,
        thread: usize,
    ) -> Option<Held<W::Value>> {
        let entry = store.entry(key).filter(|entry| self.serves(entry, now, max_age))?;
        Some(entry.take(now, thread))
    }

    fn serves(&self, entry: &Entry<W>, now: Duration, max_age: Duration) -> bool {
        now.saturating_sub(entry.started) < max_age && entry.is_valid(|| self.world.unix_ms())
    }

    fn request<'a>(
        &'a self,
        store: &mut Store<W>,
        key: Key<'a>,
        now: Duration,
        flight: Option<Arc<Flight<W>>>,
        renews: bool,
    ) -> Request<'a, W> {
        Request {
            cache: self,
            key,
            number: store.begin(key, flight.clone()),
            started: now,
            renews,
            flight,
            process: sys::process_id(),
            outcome: Outcome::GivenUp,
            keep: Expiry::Never,
        }
    }

    /// Changes the store. Not inlined: what a writer needs of the stack would be in use during the exchange.
    #[inline(never)]
    fn change<R>(&self, change: impl FnOnce(&mut Store<W>) -> R) -> R {
        self.store.write(change)
    }
}

/// A request that is under way. Its end is reported to the cache and to the waiters. One that is dropped
/// without an end was given up: one of the waiters makes it again.
pub(crate) struct Request<'a, W: Env> {
    cache: &'a Cache<W>,
    key: Key<'a>,
    /// Larger for a later request.
    number: u64,
    started: Duration,
    renews: bool,
    flight: Option<Arc<Flight<W>>>,
    process: u32,
    outcome: Outcome<W>,
    keep: Expiry,
}

impl<W: Env> Request<'_, W> {
    /// Ends with a response, which is kept if there is no newer one.
    pub(crate) fn answered(mut self, value: Arc<W::Value>, keep: Expiry) {
        self.outcome = Outcome::Answered(value);
        self.keep = keep;
    }

    /// Ends with an error, which the waiters get too.
    pub(crate) fn failed(mut self, error: W::Error) {
        self.outcome = Outcome::Failed(error);
    }
}

impl<W: Env> Drop for Request<'_, W> {
    fn drop(&mut self) {
        // A child of fork, which an interrupt may make, has its own cache; the locks of this one are its parent's.
        if sys::process_id() != self.process {
            return;
        }
        let outcome = std::mem::replace(&mut self.outcome, Outcome::GivenUp);
        let response = match &outcome {
            Outcome::Answered(value) => Some(value.clone()),
            Outcome::Failed(_) | Outcome::GivenUp => None,
        };
        let arrival = Completion {
            key: self.key,
            number: self.number,
            started: self.started,
            renews: self.renews,
            flight: self.flight.as_ref(),
            response,
            keep: self.keep,
            thread: self.cache.world.thread(),
        };
        let (cache, now) = (self.cache, self.cache.world.uptime());
        let removed = cache.change(|store| {
            let replaced = store.end(arrival, now);
            let swept = store.sweep(now, cache.ttl, |entry| cache.serves(entry, now, cache.ttl));
            (replaced, swept)
        });
        if let Some(flight) = &self.flight {
            flight.land(outcome);
        }
        // Wiped here, outside the lock.
        drop(removed);
    }
}
