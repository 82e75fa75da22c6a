//! The contents of the cache, behind its lock: entries, the requests under way, and their order.

use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use super::env::{Env, Expiry, Key};
use super::flight::Flight;
use super::sync::{AtomicU64, AtomicUsize, Ordering};
use crate::sys::{Held, Shared};

/// Credentials that expire sooner than this, in milliseconds, are not returned.
const EXPIRY_MARGIN_MS: i64 = 60_000;
/// How many of the least recently used entries are found at once.
const CANDIDATES: usize = 256;

/// A response that is kept.
pub(super) struct Entry<W: Env> {
    value: Shared<W::Value>,
    /// When it was requested.
    pub(super) started: Duration,
    /// The number of its request.
    number: u64,
    renewed: bool,
    expires_ms: Option<i64>,
    /// When it was last returned: milliseconds of uptime.
    last_used: AtomicU64,
    /// The number of the thread that it was returned to then.
    last_thread: AtomicUsize,
}

impl<W: Env> Entry<W> {
    /// Whether its credentials do not expire at once.
    pub(super) fn is_valid(&self, unix_ms: impl FnOnce() -> i64) -> bool {
        match self.expires_ms {
            None => true,
            Some(expires_ms) => unix_ms().saturating_add(EXPIRY_MARGIN_MS) < expires_ms,
        }
    }

    /// Its value, for the thread of this number.
    pub(super) fn take(&self, now: Duration, thread: usize) -> Held<W::Value> {
        self.use_at(milliseconds(now), thread);
        self.value.hold(thread)
    }

    /// Notes that it is returned. Threads that share an entry write to it once a millisecond, and not at each hit. An entry
    /// that another thread had in the millisecond before is worth the memory for a count of each thread.
    fn use_at(&self, now: u64, thread: usize) {
        let last_used = self.last_used.load(Ordering::Relaxed);
        if last_used == now {
            return;
        }
        self.last_used.store(now, Ordering::Relaxed);
        if self.last_thread.load(Ordering::Relaxed) != thread {
            self.last_thread.store(thread, Ordering::Relaxed);
            if last_used.abs_diff(now) == 1 {
                self.value.spread();
            }
        }
    }
}

/// The end of a request.
pub(super) struct Completion<'a, W: Env> {
    pub(super) key: Key<'a>,
    pub(super) number: u64,
    pub(super) started: Duration,
    pub(super) renews: bool,
    pub(super) flight: Option<&'a Arc<Flight<W>>>,
    pub(super) response: Option<Arc<W::Value>>,
    pub(super) keep: Expiry,
    /// The number of the thread that made it.
    pub(super) thread: usize,
}

/// The cache's state of one connection.
struct Slot<W: Env> {
    /// Without and with the refresh token.
    variants: [Variant<W>; 2],
    /// How many requests are under way. As long as there are any, the numbers below have to be remembered.
    requests: usize,
    /// Requests up to this number were made before the connection was last removed.
    forgotten: u64,
    /// Requests up to this number, except those that renew, were made before credentials were last renewed.
    renewed: u64,
}

struct Variant<W: Env> {
    entry: Option<Entry<W>>,
    /// The request that further calls wait for.
    flight: Option<Arc<Flight<W>>>,
}

impl<W: Env> Default for Variant<W> {
    fn default() -> Variant<W> {
        Variant {
            entry: None,
            flight: None,
        }
    }
}

impl<W: Env> Default for Slot<W> {
    fn default() -> Slot<W> {
        Slot {
            variants: [Variant::default(), Variant::default()],
            requests: 0,
            forgotten: 0,
            renewed: 0,
        }
    }
}

impl<W: Env> Slot<W> {
    fn is_vacant(&self) -> bool {
        self.requests == 0 && self.variants.iter().all(|variant| variant.entry.is_none())
    }

    /// Removes the entries that `is_gone` selects.
    fn remove(&mut self, mut is_gone: impl FnMut(&Entry<W>) -> bool) -> Vec<Entry<W>> {
        let entries = self.variants.iter_mut().map(|variant| &mut variant.entry);
        entries
            .filter_map(|entry| entry.take_if(|entry| is_gone(entry)))
            .collect()
    }

    /// Removes the results of requests up to `number`.
    fn forget(&mut self, number: u64) -> Vec<Entry<W>> {
        self.forgotten = number;
        self.detach_flights();
        self.remove(|_| true)
    }

    /// Closes the requests under way to further calls.
    fn detach_flights(&mut self) {
        for variant in &mut self.variants {
            variant.flight = None;
        }
    }

    /// Whether the response of a request is the newest known one.
    fn accepts(&self, arrival: &Completion<'_, W>) -> bool {
        let entry = self.variants[variant(arrival.key)].entry.as_ref();
        arrival.number > self.forgotten
            && (arrival.renews || arrival.number > self.renewed)
            && entry.is_none_or(|entry| arrival.number > entry.number)
    }
}

/// The slots of one connection id, by provider config key.
type Pool<W> = Vec<(Box<str>, Slot<W>)>;

/// An entry that may be evicted next, unless it is used again.
struct Candidate {
    used: u64,
    connection_id: Box<str>,
    provider_config_key: Box<str>,
    variant: usize,
}

/// The entries and requests of one client.
pub(super) struct Store<W: Env> {
    /// By connection id: so a look-up hashes one text and copies none.
    connections: HashMap<Box<str>, Pool<W>>,
    entries: usize,
    capacity: usize,
    /// The next entries to evict, the oldest last.
    oldest: Vec<Candidate>,
    last_number: u64,
    last_sweep: Duration,
}

impl<W: Env> Store<W> {
    pub(super) fn new(capacity: usize, now: Duration) -> Store<W> {
        Store {
            connections: HashMap::new(),
            entries: 0,
            capacity,
            oldest: Vec::new(),
            last_number: 0,
            last_sweep: now,
        }
    }

    pub(super) fn entry(&self, key: Key<'_>) -> Option<&Entry<W>> {
        self.slot(key)?.variants[variant(key)].entry.as_ref()
    }

    pub(super) fn flight(&self, key: Key<'_>) -> Option<&Arc<Flight<W>>> {
        self.slot(key)?.variants[variant(key)].flight.as_ref()
    }

    /// Notes that a request begins, and gives its number. Further calls wait for `flight`, if there is one.
    pub(super) fn begin(&mut self, key: Key<'_>, flight: Option<Arc<Flight<W>>>) -> u64 {
        let slot = self.slot_of(key);
        slot.requests += 1;
        if flight.is_some() {
            slot.variants[variant(key)].flight = flight;
        }
        self.next_number()
    }

    /// Notes that a request has ended, and keeps its response if that is the newest. Returns the removed entries.
    pub(super) fn end(&mut self, arrival: Completion<'_, W>, now: Duration) -> Vec<Entry<W>> {
        let key = arrival.key;
        let number = self.next_number();
        let mut is_newest = false;
        let mut removed = self.change(key.connection_id, key.provider_config_key, |slot| {
            slot.requests -= 1;
            let own = &mut slot.variants[variant(key)];
            own.flight
                .take_if(|flight| arrival.flight.is_some_and(|ended| Arc::ptr_eq(ended, flight)));
            let mut removed = Vec::new();
            if arrival.renews {
                // All earlier responses may have the old credentials, even if the renewal failed midway.
                slot.renewed = number;
                slot.detach_flights();
                removed = slot.remove(|entry| !(entry.renewed && entry.number > arrival.number));
            }
            is_newest = arrival.response.is_some() && slot.accepts(&arrival);
            if is_newest {
                removed.extend(slot.variants[variant(key)].entry.take());
            }
            removed
        });
        if let (true, Some(value), Some(expires_ms)) = (is_newest, arrival.response, expires_ms(arrival.keep)) {
            if self.entries >= self.capacity {
                removed.extend(self.remove_least_recently_used());
            }
            let entry = Entry {
                value: Shared::new(value),
                started: arrival.started,
                number: arrival.number,
                renewed: arrival.renews,
                expires_ms,
                last_used: AtomicU64::new(milliseconds(now)),
                last_thread: AtomicUsize::new(arrival.thread),
            };
            self.slot_of(key).variants[variant(key)].entry = Some(entry);
            self.entries += 1;
        }
        removed
    }

    /// Removes connections, both entries of each, and the results of the requests under way: `None` stands for any.
    pub(super) fn forget(&mut self, connection_id: Option<&str>, provider_config_key: Option<&str>) -> Vec<Entry<W>> {
        let number = self.next_number();
        if let (Some(id), Some(key)) = (connection_id, provider_config_key) {
            return self.change(id, key, |slot| slot.forget(number));
        }
        self.change_all(|id, key, slot| {
            let is_meant =
                connection_id.is_none_or(|one| one == id) && provider_config_key.is_none_or(|one| one == key);
            match is_meant {
                true => slot.forget(number),
                false => Vec::new(),
            }
        })
    }

    /// Removes expired entries, so that secrets do not stay longer than they are useful. Once in `every`
    /// is often enough.
    pub(super) fn sweep(
        &mut self,
        now: Duration,
        every: Duration,
        mut serves: impl FnMut(&Entry<W>) -> bool,
    ) -> Vec<Entry<W>> {
        if now.saturating_sub(self.last_sweep) < every {
            return Vec::new();
        }
        self.last_sweep = now;
        self.change_all(|_, _, slot| slot.remove(|entry| !serves(entry)))
    }

    fn remove_least_recently_used(&mut self) -> Vec<Entry<W>> {
        loop {
            if self.oldest.is_empty() {
                self.oldest = self.find_oldest();
            }
            let Some(oldest) = self.oldest.pop() else {
                return Vec::new();
            };
            let removed = self.change(&oldest.connection_id, &oldest.provider_config_key, |slot| {
                let entry = &mut slot.variants[oldest.variant].entry;
                let unused = entry.take_if(|entry| entry.last_used.load(Ordering::Relaxed) == oldest.used);
                unused.into_iter().collect()
            });
            if !removed.is_empty() {
                return removed;
            }
        }
    }

    /// The entries that were not used for longest, the oldest last. All are checked, so many are found at once; one
    /// that is not used until its turn is still the oldest of all.
    fn find_oldest(&self) -> Vec<Candidate> {
        let all = self.connections.iter().flat_map(|(connection_id, slots)| {
            slots.iter().flat_map(move |(provider_config_key, slot)| {
                let variants = slot.variants.iter().enumerate();
                variants.filter_map(move |(variant, content)| {
                    let used = content.entry.as_ref()?.last_used.load(Ordering::Relaxed);
                    Some((used, connection_id, provider_config_key, variant))
                })
            })
        });
        // The newest of them is on top.
        let mut oldest = BinaryHeap::with_capacity(CANDIDATES + 1);
        for candidate in all {
            oldest.push(candidate);
            if oldest.len() > CANDIDATES {
                oldest.pop();
            }
        }
        let candidates = oldest.into_sorted_vec().into_iter().rev();
        candidates
            .map(|(used, connection_id, provider_config_key, variant)| Candidate {
                used,
                connection_id: connection_id.clone(),
                provider_config_key: provider_config_key.clone(),
                variant,
            })
            .collect()
    }

    fn slot(&self, key: Key<'_>) -> Option<&Slot<W>> {
        let slots = self.connections.get(key.connection_id)?;
        place(slots, key.provider_config_key).map(|place| &slots[place].1)
    }

    /// The slot of a connection, made if there is none.
    fn slot_of(&mut self, key: Key<'_>) -> &mut Slot<W> {
        let slots = self.connections.entry(key.connection_id.into()).or_default();
        let place = place(slots, key.provider_config_key).unwrap_or_else(|| {
            slots.push((key.provider_config_key.into(), Slot::default()));
            slots.len() - 1
        });
        &mut slots[place].1
    }

    /// Changes one slot, if it is there, and returns the entries that `change` removed.
    fn change(
        &mut self,
        connection_id: &str,
        provider_config_key: &str,
        change: impl FnOnce(&mut Slot<W>) -> Vec<Entry<W>>,
    ) -> Vec<Entry<W>> {
        let Some(slots) = self.connections.get_mut(connection_id) else {
            return Vec::new();
        };
        let Some(place) = place(slots, provider_config_key) else {
            return Vec::new();
        };
        let removed = change(&mut slots[place].1);
        self.entries -= removed.len();
        if slots[place].1.is_vacant() {
            slots.swap_remove(place);
        }
        if slots.is_empty() {
            self.connections.remove(connection_id);
        }
        removed
    }

    /// Changes all slots, and returns the entries that `change` removed.
    fn change_all(&mut self, mut change: impl FnMut(&str, &str, &mut Slot<W>) -> Vec<Entry<W>>) -> Vec<Entry<W>> {
        let mut removed = Vec::new();
        self.connections.retain(|id, slots| {
            slots.retain_mut(|(key, slot)| {
                removed.extend(change(id, key, slot));
                !slot.is_vacant()
            });
            !slots.is_empty()
        });
        self.entries -= removed.len();
        removed
    }

    #[cfg(all(test, not(loom)))]
    pub(super) fn is_empty(&self) -> bool {
        self.connections.is_empty() && self.entries == 0
    }

    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }
}

/// Where the slot of an integration is.
fn place<W: Env>(slots: &Pool<W>, provider_config_key: &str) -> Option<usize> {
    slots
        .iter()
        .position(|(integration, _)| **integration == *provider_config_key)
}

/// The variant of a slot that a key selects.
fn variant(key: Key<'_>) -> usize {
    usize::from(key.refresh_token)
}

/// When an entry expires, if ever; `None` if it is not to be kept.
fn expires_ms(keep: Expiry) -> Option<Option<i64>> {
    match keep {
        Expiry::Never => None,
        Expiry::Always => Some(None),
        Expiry::Until(expires_ms) => Some(Some(expires_ms)),
    }
}

fn milliseconds(uptime: Duration) -> u64 {
    u64::try_from(uptime.as_millis()).unwrap_or(u64::MAX)
}
