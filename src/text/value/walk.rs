//! What the pages of one list leave to the next: what the program does with them, and their memory.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, TryLockError};
use std::{fmt, mem};

use super::node::Node;
use crate::text::secret::Wiped;

/// A walk through the pages of a list. Pages are mostly of one size: that the next one finds the memory of one that the program has
/// freed spares filling new memory with zeros, which costs as much as reading the page.
#[derive(Default)]
pub(crate) struct Walk {
    /// Whether the program looks up values in the pages: then a page is indexed once for both. A program that parses it
    /// itself needs no index.
    is_looked_into: AtomicBool,
    /// Of a page that was freed. Wiped.
    text: Mutex<Wiped>,
    /// Empty.
    nodes: Mutex<Vec<Node>>,
}

impl Walk {
    pub(crate) fn note_lookup(&self) {
        self.is_looked_into.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_looked_into(&self) -> bool {
        self.is_looked_into.load(Ordering::Relaxed)
    }

    /// The memory of a page's text, as far as there is any.
    pub(crate) fn take_text(&self) -> Wiped {
        exchange(&self.text, Wiped::default()).unwrap_or_default()
    }

    /// Wipes the text of a page that is not read any more, and the room behind it, to which a decoder may have written.
    pub(crate) fn keep_text(&self, mut text: Wiped) {
        text.zero();
        exchange(&self.text, text);
    }

    pub(super) fn take_nodes(&self) -> Vec<Node> {
        exchange(&self.nodes, Vec::new()).unwrap_or_default()
    }

    pub(super) fn keep_nodes(&self, mut nodes: Vec<Node>) {
        nodes.clear();
        exchange(&self.nodes, nodes);
    }
}

impl fmt::Debug for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Walk")
    }
}

/// Puts `value` in the place of another. Never waits: in a child of fork nobody might let go of the lock.
fn exchange<T>(place: &Mutex<T>, value: T) -> Option<T> {
    match place.try_lock() {
        Ok(mut kept) => Some(mem::replace(&mut *kept, value)),
        Err(TryLockError::Poisoned(_) | TryLockError::WouldBlock) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_wiped_before_it_is_kept() {
        let walk = Walk::default();
        let mut text = Wiped::copy_of(b"invented");
        text.truncate(3);
        walk.keep_text(text);
        // With what lay behind its end.
        assert_eq!(walk.take_text()[..], [0; 8]);
        assert!(walk.take_text().is_empty());
    }
}
