//! The locks of the cache: those of std, or those that loom watches.

#[cfg(all(test, loom))]
pub(super) use loom::sync::{Mutex, atomic::AtomicU64, atomic::AtomicUsize, atomic::Ordering};
#[cfg(not(all(test, loom)))]
pub(super) use std::sync::{Mutex, atomic::AtomicU64, atomic::AtomicUsize, atomic::Ordering};
