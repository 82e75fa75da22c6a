//! Which agent serves a call: as many as calls run at once, so that no two of them wait for one another's lock.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use ureq::Agent;

/// Calls that run at once and have an agent for themselves; those beyond share the last.
const SLOTS: usize = 64;

thread_local! {
    /// The slot that this thread had last, of whichever client: a hint, so that a thread keeps to its connection.
    static LAST: Cell<usize> = const { Cell::new(0) };
}

/// Agents, made as they are needed. One is lent to a call at a time, and keeps that call's connection for the next.
pub(crate) struct Pool(Box<[Slot]>);

/// Alone on its cache line: another thread's call should not slow this one down.
#[derive(Default)]
#[repr(align(128))]
struct Slot {
    is_lent: AtomicBool,
    agent: OnceLock<Agent>,
}

/// A slot for the length of one exchange.
pub(crate) struct Lease<'a> {
    slot: &'a Slot,
    is_shared: bool,
}

impl Pool {
    pub(crate) fn new() -> Pool {
        Pool((0..SLOTS).map(|_| Slot::default()).collect())
    }

    /// The slot that this thread had last, if it is free, or the first free one: threads that come and go find the
    /// connections of those before them.
    pub(crate) fn lease(&self) -> Lease<'_> {
        let last = LAST.get();
        let order = std::iter::once(last).chain(0..SLOTS - 1);
        for i in order {
            let slot = &self.0[i];
            if !slot.is_lent.load(Ordering::Relaxed) && !slot.is_lent.swap(true, Ordering::Acquire) {
                LAST.set(i);
                return Lease { slot, is_shared: false };
            }
        }
        Lease {
            slot: &self.0[SLOTS - 1],
            is_shared: true,
        }
    }
}

impl Lease<'_> {
    pub(crate) fn agent(&self, make: impl FnOnce() -> Agent) -> &Agent {
        self.slot.agent.get_or_init(make)
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if !self.is_shared {
            self.slot.is_lent.store(false, Ordering::Release);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(slots: &Pool, lent: &Lease<'_>) -> usize {
        slots.0.iter().position(|slot| std::ptr::eq(slot, lent.slot)).unwrap()
    }

    #[test]
    fn a_thread_keeps_to_its_slot_and_a_new_one_takes_the_first_that_is_free() {
        let slots = Pool::new();
        LAST.set(3);
        for _ in 0..2 {
            assert_eq!(place(&slots, &slots.lease()), 3);
        }
        let in_use = slots.lease();
        assert_eq!(place(&slots, &in_use), 3);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let first = slots.lease();
                assert_eq!((place(&slots, &first), place(&slots, &slots.lease())), (0, 1));
            });
        });
    }

    #[test]
    fn calls_beyond_the_slots_share_the_last() {
        let slots = Pool::new();
        LAST.set(0);
        let all: Vec<Lease> = (0..SLOTS + 5).map(|_| slots.lease()).collect();
        let places: Vec<usize> = all.iter().map(|lent| place(&slots, lent)).collect();
        let own: Vec<usize> = (0..SLOTS - 1).collect();
        assert_eq!(places[..SLOTS - 1], own);
        assert!(places[SLOTS - 1..].iter().all(|&place| place == SLOTS - 1));
        drop(all);
        assert_eq!(place(&slots, &slots.lease()), SLOTS - 2);
    }
}
