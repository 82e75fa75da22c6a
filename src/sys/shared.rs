//! Values whose owners are counted for each thread.

use std::ops::Deref;
use std::sync::Arc;

use once_cell::race::OnceBox;

use super::STRIPES;

/// A value that threads take and let go of all the time. Once it is spread, each thread counts for itself: all threads
/// would write to the one count of an `Arc`, and the processors pass it around.
pub(crate) struct Shared<V> {
    value: Arc<V>,
    shares: OnceBox<Shares<V>>,
}

/// The counts by thread. No thread waits for another to make one: a fork may have ended it. They have whole cache lines,
/// as all below, since what lies beside them on the heap is written to.
#[repr(align(128))]
struct Shares<V>([OnceBox<Owner<V>>; STRIPES]);

/// The owner of a thread's count.
#[repr(align(64))]
struct Owner<V>(Arc<Share<V>>);

/// A thread's count.
#[repr(align(64))]
pub(crate) struct Share<V>(Arc<V>);

/// An owner of a shared value. The value lives until all of them and the [`Shared`] are gone.
pub(crate) enum Held<V> {
    Value(Arc<V>),
    Share(Arc<Share<V>>),
}

impl<V> Shared<V> {
    pub(crate) fn new(value: Arc<V>) -> Shared<V> {
        Shared {
            value,
            shares: OnceBox::new(),
        }
    }

    /// Gives each thread a count from now on.
    pub(crate) fn spread(&self) {
        self.shares
            .get_or_init(|| Box::new(Shares([const { OnceBox::new() }; STRIPES])));
    }

    /// The value, for the thread of this number.
    pub(crate) fn hold(&self, thread: usize) -> Held<V> {
        match self.shares.get() {
            None => Held::Value(self.value.clone()),
            Some(shares) => {
                let owner =
                    shares.0[thread % STRIPES].get_or_init(|| Box::new(Owner(Arc::new(Share(self.value.clone())))));
                Held::Share(owner.0.clone())
            }
        }
    }

    /// Whether it has another owner.
    #[cfg(feature = "capi")]
    pub(crate) fn is_held(&self) -> bool {
        let shares = self.shares.get().map_or(&[][..], |shares| &shares.0);
        let mut owners = 1;
        for owner in shares.iter().filter_map(OnceBox::get) {
            if Arc::strong_count(&owner.0) > 1 {
                return true;
            }
            owners += 1;
        }
        Arc::strong_count(&self.value) > owners
    }
}

impl<V> Held<V> {
    /// The value with the one count that all threads share.
    pub(crate) fn into_arc(self) -> Arc<V> {
        match self {
            Held::Value(value) => value,
            Held::Share(share) => share.0.clone(),
        }
    }
}

impl<V> From<Arc<V>> for Held<V> {
    fn from(value: Arc<V>) -> Held<V> {
        Held::Value(value)
    }
}

impl<V> Deref for Held<V> {
    type Target = V;

    fn deref(&self) -> &V {
        match self {
            Held::Value(value) => value,
            Held::Share(share) => &share.0,
        }
    }
}

#[cfg(all(test, not(loom), feature = "capi"))]
mod tests {
    use super::*;

    #[test]
    fn it_is_held_while_any_thread_has_it() {
        let shared = Shared::new(Arc::new(1));
        let first = shared.hold(0);
        assert!(shared.is_held());
        shared.spread();
        let (second, third) = (shared.hold(0), shared.hold(1));
        drop((first, second));
        assert!(shared.is_held());
        drop(third);
        assert!(!shared.is_held());
    }

    #[test]
    fn it_outlives_what_it_was_taken_from() {
        let value = Arc::new(1);
        let shared = Shared::new(value.clone());
        shared.spread();
        let held = [shared.hold(0), shared.hold(1), shared.hold(STRIPES)];
        drop(shared);
        let [one, two, again] = held;
        drop((one, two));
        assert_eq!((*again, Arc::strong_count(&value)), (1, 2));
        drop(again);
        assert_eq!(Arc::strong_count(&value), 1);
    }
}
