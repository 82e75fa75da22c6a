//! A lock whose readers share no memory that they write to.

#[cfg(not(all(test, loom)))]
use std::sync::{Mutex, MutexGuard, RwLock, RwLockWriteGuard, atomic::AtomicBool};
use std::sync::{PoisonError, atomic::Ordering};

#[cfg(all(test, loom))]
use loom::cell::UnsafeCell;
#[cfg(all(test, loom))]
use loom::sync::{Mutex, MutexGuard, RwLock, RwLockWriteGuard, atomic::AtomicBool};

/// How many threads can read without writing to the same memory as another.
#[cfg(not(all(test, loom)))]
pub(crate) const STRIPES: usize = 64;
/// Loom tries every order of every access, so it gets few.
#[cfg(all(test, loom))]
pub(crate) const STRIPES: usize = 2;

/// The number of this thread: 0 for the first that asks, and so on.
pub(crate) fn thread_number() -> usize {
    use std::cell::Cell;
    use std::sync::atomic::AtomicUsize;

    const UNKNOWN: usize = usize::MAX;
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static NUMBER: Cell<usize> = const { Cell::new(UNKNOWN) };
    }

    let known = NUMBER.get();
    if known != UNKNOWN {
        return known;
    }
    let own = NEXT.fetch_add(1, Ordering::Relaxed);
    NUMBER.set(own);
    own
}

/// A reader-writer lock for a value that is read far more often than it is changed. The lock is in stripes: a reader
/// locks that of its thread, a writer locks all that any thread has used so far. The readers of an `RwLock` all write to
/// its one counter, which the processors then pass around: with 16 threads that takes longer than what they read.
pub(crate) struct StripedLock<T> {
    /// Held by the one writer, and while a stripe is put into use.
    gate: Mutex<()>,
    stripes: Box<[Stripe]>,
    value: UnsafeCell<T>,
}

/// Two cache lines: a processor that fetches one often fetches the one beside it.
#[repr(align(128))]
struct Stripe {
    /// Whether writers have to lock it. Set once, by a thread that holds the gate.
    is_used: AtomicBool,
    lock: RwLock<()>,
}

impl Stripe {
    fn new() -> Stripe {
        Stripe {
            is_used: AtomicBool::new(false),
            lock: RwLock::new(()),
        }
    }
}

/// What a writer holds.
struct AllStripes<'a> {
    _stripes: [Option<RwLockWriteGuard<'a, ()>>; STRIPES],
    _gate: MutexGuard<'a, ()>,
}

// SAFETY: a shared `StripedLock` gives out `&T` to several threads, and `&mut T` to one at a time.
unsafe impl<T: Send + Sync> Sync for StripedLock<T> {}

impl<T> StripedLock<T> {
    pub(crate) fn new(value: T) -> StripedLock<T> {
        StripedLock {
            gate: Mutex::new(()),
            stripes: std::iter::repeat_with(Stripe::new).take(STRIPES).collect(),
            value: UnsafeCell::new(value),
        }
    }

    /// Reads the value on the thread of this number. `look` must not use the lock.
    pub(crate) fn read<R>(&self, thread: usize, look: impl FnOnce(&T) -> R) -> R {
        let stripe = &self.stripes[thread % STRIPES];
        if !stripe.is_used.load(Ordering::Acquire) {
            self.put_into_use(stripe);
        }
        let _reading = stripe.lock.read().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: `write` changes the value only while it holds all stripes in use for writing. This one is in use and
        // held for reading. If a writer did not see that it is in use, then the writer released the gate before it was
        // put into use, and what this thread read in `is_used`, or the gate, comes after that.
        self.value.with(|value| look(unsafe { &*value }))
    }

    /// Changes the value. `change` must not use the lock.
    pub(crate) fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let _writing = self.lock_all();
        // SAFETY: the gate keeps out other writers. Readers hold a stripe that is in use, and all of those are held for
        // writing; no other can be put into use without the gate.
        self.value.with_mut(|value| change(unsafe { &mut *value }))
    }

    #[cold]
    fn put_into_use(&self, stripe: &Stripe) {
        let _gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        stripe.is_used.store(true, Ordering::Release);
    }

    /// Not inlined: it is large, and is needed in several places.
    #[inline(never)]
    fn lock_all(&self) -> AllStripes<'_> {
        let gate = self.gate.lock().unwrap_or_else(PoisonError::into_inner);
        AllStripes {
            _stripes: std::array::from_fn(|at| {
                let stripe = &self.stripes[at];
                let is_used = stripe.is_used.load(Ordering::Relaxed);
                is_used.then(|| stripe.lock.write().unwrap_or_else(PoisonError::into_inner))
            }),
            _gate: gate,
        }
    }
}

/// The cell of std with the functions of loom's.
#[cfg(not(all(test, loom)))]
struct UnsafeCell<T>(std::cell::UnsafeCell<T>);

#[cfg(not(all(test, loom)))]
impl<T> UnsafeCell<T> {
    fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell(std::cell::UnsafeCell::new(value))
    }

    fn with<R>(&self, look: impl FnOnce(*const T) -> R) -> R {
        look(self.0.get())
    }

    fn with_mut<R>(&self, change: impl FnOnce(*mut T) -> R) -> R {
        change(self.0.get())
    }
}

#[cfg(all(test, loom))]
mod interleavings {
    use std::sync::Arc;

    use loom::thread;

    use super::StripedLock;

    /// Runs `model` in every order with at most three preemptions.
    fn check(model: impl Fn() + Send + Sync + 'static) {
        let mut builder = loom::model::Builder::new();
        builder.preemption_bound = Some(3);
        builder.check(model);
    }

    /// Threads that each read and then write, on the stripes of these numbers; loom reports a read or write that meets a
    /// write.
    fn nothing_is_lost(threads: &'static [usize]) {
        check(move || {
            let lock = Arc::new(StripedLock::new(0));
            let others = threads.iter().map(|&number| {
                let lock = lock.clone();
                thread::spawn(move || {
                    lock.read(number, |value| assert!(*value <= threads.len()));
                    lock.write(|value| *value += 1);
                })
            });
            for other in others.collect::<Vec<_>>() {
                other.join().unwrap();
            }
            assert_eq!(lock.read(0, |value| *value), threads.len());
        });
    }

    #[test]
    fn threads_of_two_stripes_lose_nothing() {
        nothing_is_lost(&[0, 1]);
    }

    #[test]
    fn threads_of_one_stripe_lose_nothing() {
        nothing_is_lost(&[1, 1]);
    }

    /// A reader whose stripe was not in use when the writer looked sees the change, or waits for it.
    #[test]
    fn what_was_written_is_seen_on_every_stripe() {
        check(|| {
            let lock = Arc::new(StripedLock::new(0));
            let readers = [0, 1].map(|number| {
                let lock = lock.clone();
                thread::spawn(move || {
                    let first = lock.read(number, |value| *value);
                    assert!(lock.read(number, |value| *value) >= first);
                })
            });
            lock.write(|value| *value = 1);
            assert_eq!(lock.read(0, |value| *value), 1);
            for reader in readers {
                reader.join().unwrap();
            }
        });
    }
}
