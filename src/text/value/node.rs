//! One value of a document: where its text lies, and where its children are.

#[cfg(feature = "capi")]
use std::sync::atomic::{AtomicPtr, Ordering};

/// Where the text of a string lies that C and UTF-8 cannot carry, since it holds a lone surrogate.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A value in a document.
pub(crate) struct Node {
    pub(super) places: Places,
    /// For C, which has one pointer for a value. Atomic only so that threads may share it.
    #[cfg(feature = "capi")]
    document: AtomicPtr<()>,
}

/// Where the parts of a value lie.
#[derive(Clone, Copy)]
pub(super) struct Places {
    /// Where its text begins, and how long that is.
    pub(super) start: u32,
    pub(super) size: u32,
    /// Of an array or an object: its first child in the list of nodes. Of a string: where its text lies, or [`NOWHERE`].
    pub(super) first: u32,
    /// Of an array or an object: how many items or members it has. Of a string: how long its text is.
    pub(super) count: u32,
}

impl Places {
    #[inline]
    pub(super) fn new(start: usize, end: usize, first: usize, count: usize) -> Places {
        // No place in a document is beyond MAX_SIZE.
        Places {
            start: start as u32,
            size: (end - start) as u32,
            first: first as u32,
            count: count as u32,
        }
    }

    pub(super) fn end(self) -> usize {
        (self.start + self.size) as usize
    }
}

impl Node {
    /// A value of this document, which need not be there yet.
    #[cfg_attr(not(feature = "capi"), expect(unused_variables, reason = "only C needs it"))]
    #[inline]
    pub(super) fn new(places: Places, document: *const ()) -> Node {
        Node {
            places,
            #[cfg(feature = "capi")]
            document: AtomicPtr::new(document.cast_mut()),
        }
    }

    /// The document that it belongs to, for C.
    #[cfg(feature = "capi")]
    pub(crate) fn document(&self) -> *const () {
        self.document.load(Ordering::Relaxed)
    }
}
