//! One value of a document: where its text lies, and where its children are.

#[cfg(feature = "capi")]
use std::sync::atomic::{AtomicPtr, Ordering};

/// Where the text of a string lies that C and UTF-8 cannot carry, since it holds a lone surrogate.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A value in a document.
pub(crate) struct Node {
    /// Where its text begins, and how long that is.
    pub(super) start: u32,
    pub(super) size: u32,
    /// Of an array or an object: its first child in the list of nodes. Of a string: where its text lies, or [`NOWHERE`].
    pub(super) first: u32,
    /// Of an array or an object: how many items or members it has. Of a string: how long its text is.
    pub(super) count: u32,
    /// For C, which has one pointer for a value: see `Document::linked_root`.
    #[cfg(feature = "capi")]
    pub(super) document: AtomicPtr<()>,
}

impl Node {
    pub(super) fn new(start: usize, end: usize, first: usize, count: usize) -> Node {
        // No place in a document is beyond MAX_SIZE.
        Node {
            start: start as u32,
            size: (end - start) as u32,
            first: first as u32,
            count: count as u32,
            #[cfg(feature = "capi")]
            document: AtomicPtr::default(),
        }
    }

    pub(super) fn end(&self) -> usize {
        (self.start + self.size) as usize
    }

    /// The document that it belongs to, for C. NULL unless it was reached from `Document::linked_root`.
    #[cfg(feature = "capi")]
    pub(crate) fn document(&self) -> *const () {
        self.document.load(Ordering::Relaxed)
    }
}
