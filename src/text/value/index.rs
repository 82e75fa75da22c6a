//! Finding all values of a document in one pass over its text.

use super::node::{Extent, Node, Place};
use super::shapes::{HAS_ESCAPES, Object, Seen, Shapes};
use crate::text::json;
use crate::text::json::scan::{Found, scan};

/// U+FEFF, which some servers send before a text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// How many bytes a value takes in a usual document, at least.
const USUAL_SIZE: usize = 16;
/// How much of a text is looked at to tell how many values the whole has.
const SAMPLE_SIZE: usize = 4 * 1024;

/// What one pass over a text finds.
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// Those that nodes have. Strings have one if they have escapes, which are to be resolved: see [`HAS_ESCAPES`].
    pub(super) extents: Vec<Extent>,
    pub(super) shapes: Shapes,
    /// How much room the strings with escapes take at most when they are resolved, each with its NUL.
    pub(super) escaped_size: usize,
}

/// Finds all values in a text, with a byte order mark and white space around it, for a document that will be at this place, and
/// puts NULs in place of the quotes that end strings without escapes. `None`, and `bytes` as they were, if they are not JSON in
/// UTF-8, or are nested too deeply. `nodes` is memory to use, and empty.
pub(super) fn index(bytes: &mut [u8], mut nodes: Vec<Node>, document: *const ()) -> Option<Index> {
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let expected = expected_nodes(bytes);
    if nodes.capacity() < expected {
        nodes = Vec::with_capacity(expected);
    }
    let mut values = Values {
        text: bytes,
        begin: mark,
        document,
        nodes,
        extents: Vec::new(),
        pending: Vec::new(),
        open: Vec::new(),
        shapes: Seen::new(),
        marked: 0,
        escaped_size: 0,
    };
    if scan(&mut values).is_none() {
        values.restore();
        return None;
    }
    values.settle(0);
    Some(Index {
        nodes: values.nodes,
        extents: values.extents,
        shapes: values.shapes.into_shapes(),
        escaped_size: values.escaped_size,
    })
}

/// The values found so far.
struct Values<'a> {
    text: &'a mut [u8],
    /// Behind the byte order mark.
    begin: usize,
    document: *const (),
    /// The children of all that is closed.
    nodes: Vec<Node>,
    extents: Vec<Extent>,
    /// The children of what is open, until it closes.
    pending: Vec<Place>,
    /// What is open: where it begins, where its children begin, and what it is in.
    open: Vec<(usize, usize, Object)>,
    shapes: Seen,
    /// Behind the last NUL that took the place of a quote.
    marked: usize,
    escaped_size: usize,
}

impl Values<'_> {
    /// Puts the quotes back. As far as the text was read, it had no NULs.
    fn restore(&mut self) {
        for byte in &mut self.text[..self.marked] {
            if *byte == 0 {
                *byte = b'"';
            }
        }
    }

    /// Ends a string or key without escapes for C.
    #[inline(always)]
    fn mark(&mut self, end: usize) {
        self.text[end - 1] = 0;
        self.marked = end;
    }

    #[inline(never)]
    fn escaped_string(&mut self, start: usize, end: usize) {
        self.escaped_size += end - start;
        self.with_extent(start, end, start + 1, (end - start - 2) as u32 | HAS_ESCAPES);
    }

    #[inline]
    fn with_extent(&mut self, start: usize, end: usize, first: usize, count: u32) {
        self.pending.push(Place::with_extent(start, self.extents.len()));
        self.extents.push(Extent {
            size: (end - start) as u32,
            first: first as u32,
            count,
        });
    }

    /// Moves what is pending from `first` on to the nodes. Tells where it then begins.
    #[inline]
    fn settle(&mut self, first: usize) -> usize {
        let (moved, document) = (self.nodes.len(), self.document);
        let settled = self.pending[first..].iter();
        self.nodes.extend(settled.map(|&place| Node::new(place, document)));
        self.pending.truncate(first);
        moved
    }
}

impl Found for Values<'_> {
    const DEEPEST: usize = json::MAX_DEPTH;
    const IS_UTF8: bool = false;
    const CALLS_FOR_KEYS: bool = true;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text
    }

    #[inline(always)]
    fn begin(&self) -> usize {
        self.begin
    }

    #[inline(always)]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        self.shapes.push(self.text, start + 1, end - 1, has_escapes);
        if !has_escapes {
            self.mark(end);
        }
    }

    #[inline(always)]
    fn expected_key(&mut self, quote: usize) -> Option<usize> {
        self.shapes.expected(self.text, quote)
    }

    #[inline(always)]
    fn string(&mut self, start: usize, end: usize, has_escapes: bool) {
        if has_escapes {
            return self.escaped_string(start, end);
        }
        self.mark(end);
        self.pending.push(Place::new(start, end));
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) {
        self.pending.push(Place::new(start, end));
    }

    #[inline]
    fn open(&mut self, start: usize) {
        let outer = self.shapes.open(self.open.len());
        self.open.push((start, self.pending.len(), outer));
    }

    #[inline]
    fn close(&mut self, end: usize, is_object: bool) {
        let Some((start, first, outer)) = self.open.pop() else {
            return;
        };
        let count = match is_object {
            true => self.shapes.close_object(self.open.len()),
            false => (self.pending.len() - first) as u32,
        };
        self.shapes.go_on_with(outer);
        let moved = self.settle(first);
        self.with_extent(start, end, moved, count);
    }
}

/// How many values there are, about: what grows costs more than what is there from the start, and what is not used has to
/// be wiped all the same.
fn expected_nodes(text: &[u8]) -> usize {
    let sample = &text[..text.len().min(SAMPLE_SIZE)];
    let expected = separators(sample) as u64 * text.len() as u64 / sample.len().max(1) as u64;
    // What follows may be a little denser.
    let spare = if sample.len() < text.len() { expected / 16 } else { 0 };
    ((expected + spare) as usize).min(text.len() / USUAL_SIZE + 1)
}

/// How many commas and opening braces there are outside of strings, and one more: an object that has members has one comma less.
/// Most arrays are in an object, and most objects have members.
fn separators(sample: &[u8]) -> usize {
    let mut is_outside = true;
    let mut count = 1;
    for at in memchr::memchr3_iter(b'"', b',', b'{', sample) {
        match sample[at] {
            b'"' if is_outside || sample[at - 1] != b'\\' => is_outside = !is_outside,
            b'"' => {}
            _ => count += usize::from(is_outside),
        }
    }
    count
}
