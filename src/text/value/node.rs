//! One value of a document: where its text lies, and where its children are.

#[cfg(feature = "capi")]
use std::sync::atomic::{AtomicPtr, Ordering};

/// Where the text of a string lies that C and UTF-8 cannot carry, since it holds a lone surrogate.
pub(super) const NOWHERE: u32 = u32::MAX;
/// In the place of a size: that the rest is the number of an [`Extent`]. No text is as long.
const HAS_EXTENT: u32 = 1 << 31;

/// A value in a document.
pub(crate) struct Node {
    pub(super) place: Place,
    /// For C, which has one pointer for a value. Atomic only so that threads may share it.
    #[cfg(feature = "capi")]
    document: AtomicPtr<()>,
}

/// Where a value lies.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Where its text begins.
    pub(super) start: u32,
    /// How long that is, or which extent the value has.
    size: u32,
}

/// What a value has that is no plain string, number or literal.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    /// How long its text is.
    pub(super) size: u32,
    /// Of an array or an object: its first child in the list of nodes. Of a string: where its text lies.
    pub(super) first: u32,
    /// Of an array: how many items it has. Of an object: the number of its shape. Of a string: how long its text is.
    pub(super) count: u32,
}

impl Place {
    /// No place in a document is beyond MAX_SIZE.
    #[inline]
    pub(super) fn new(start: usize, end: usize) -> Place {
        Place {
            start: start as u32,
            size: (end - start) as u32,
        }
    }

    /// The place of a value that has an extent, which has this number.
    #[inline]
    pub(super) fn with_extent(start: usize, number: usize) -> Place {
        Place {
            start: start as u32,
            size: number as u32 | HAS_EXTENT,
        }
    }

    /// The number of its extent, or else how long its text is.
    #[inline]
    pub(super) fn extent_or_size(self) -> Result<usize, u32> {
        match self.size & HAS_EXTENT {
            0 => Err(self.size),
            _ => Ok((self.size & !HAS_EXTENT) as usize),
        }
    }
}

impl Node {
    /// A value of this document, which need not be there yet.
    #[cfg_attr(not(feature = "capi"), expect(unused_variables, reason = "only C needs it"))]
    #[inline]
    pub(super) fn new(place: Place, document: *const ()) -> Node {
        Node {
            place,
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
