//! Finding all values of a document in one pass over its text.

use super::node::{NOWHERE, Node, Places};
use crate::text::json;
use crate::text::json::scan::{Found, scan};

/// U+FEFF, which some servers send before a text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// How many bytes a value takes in a usual document, its key counting as one.
const USUAL_SIZE: usize = 12;
/// How much of a text is looked at to tell how many values the whole has.
const SAMPLE_SIZE: usize = 4 * 1024;

/// What one pass over a text finds.
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// Which of them are strings with escapes.
    pub(super) escaped: Vec<u32>,
    /// How much room these take at most when they are resolved, each with its NUL.
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
        text: &mut bytes[mark..],
        base: mark,
        document,
        nodes,
        pending: Vec::new(),
        open: Vec::new(),
        escaped: Vec::new(),
        pending_escaped: Vec::new(),
        escaped_size: 0,
    };
    if scan(&mut values).is_none() {
        values.restore();
        return None;
    }
    values.settle(0);
    Some(Index {
        nodes: values.nodes,
        escaped: values.escaped,
        escaped_size: values.escaped_size,
    })
}

/// The values found so far.
struct Values<'a> {
    text: &'a mut [u8],
    /// Where the text begins in the document.
    base: usize,
    document: *const (),
    /// The children of all that is closed.
    nodes: Vec<Node>,
    /// The children of what is open, until it closes.
    pending: Vec<Places>,
    /// What is open: where it begins, and where its children begin.
    open: Vec<(usize, usize)>,
    /// Which of `nodes`, and of `pending`, are strings with escapes.
    escaped: Vec<u32>,
    pending_escaped: Vec<u32>,
    escaped_size: usize,
}

impl Values<'_> {
    /// Puts the quotes back.
    fn restore(&mut self) {
        let closed = self.nodes.iter().map(|node| &node.places);
        for places in closed.chain(&self.pending) {
            let (start, end) = (places.start as usize - self.base, places.end() - self.base);
            if self.text[start] == b'"' {
                self.text[end - 1] = b'"';
            }
        }
    }

    #[inline(never)]
    fn escaped_string(&mut self, start: usize, end: usize) {
        self.escaped_size += end - start;
        self.pending_escaped.push(self.pending.len() as u32);
        let (from, to) = (self.base + start, self.base + end);
        self.pending.push(Places::new(from, to, NOWHERE as usize, 0));
    }

    /// Moves what is pending from `first` on to the nodes. Tells where it then begins.
    #[inline]
    fn settle(&mut self, first: usize) -> usize {
        let (moved, document) = (self.nodes.len(), self.document);
        let settled = self.pending[first..].iter();
        self.nodes.extend(settled.map(|&places| Node::new(places, document)));
        self.pending.truncate(first);
        while let Some(at) = self.pending_escaped.last().and_then(|&at| at.checked_sub(first as u32)) {
            self.pending_escaped.pop();
            self.escaped.push(moved as u32 + at);
        }
        moved
    }
}

impl Found for Values<'_> {
    const DEEPEST: usize = json::MAX_DEPTH;
    const IS_UTF8: bool = false;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text
    }

    #[inline(always)]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        self.string(start, end, has_escapes);
    }

    #[inline(always)]
    fn string(&mut self, start: usize, end: usize, has_escapes: bool) {
        if has_escapes {
            return self.escaped_string(start, end);
        }
        self.text[end - 1] = 0;
        let (from, to) = (self.base + start, self.base + end);
        self.pending.push(Places::new(from, to, from + 1, end - start - 2));
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) {
        self.pending.push(Places::new(self.base + start, self.base + end, 0, 0));
    }

    #[inline]
    fn open(&mut self, start: usize) {
        self.open.push((start, self.pending.len()));
    }

    #[inline]
    fn close(&mut self, end: usize, is_object: bool) {
        let Some((start, first)) = self.open.pop() else {
            return;
        };
        let children = self.pending.len() - first;
        let moved = self.settle(first);
        let count = if is_object { children / 2 } else { children };
        self.pending
            .push(Places::new(self.base + start, self.base + end, moved, count));
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

/// How many commas and colons there are outside of strings, and one more: an array or an object has as many as children, or one
/// less.
fn separators(sample: &[u8]) -> usize {
    let mut is_outside = true;
    let mut count = 1;
    for at in memchr::memchr3_iter(b'"', b':', b',', sample) {
        match sample[at] {
            b'"' if is_outside || sample[at - 1] != b'\\' => is_outside = !is_outside,
            b'"' => {}
            _ => count += usize::from(is_outside),
        }
    }
    count
}
