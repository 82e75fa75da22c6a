//! Finding all values of a document in one pass over its text.

use super::node::{NOWHERE, Node};
use crate::text::json;
use crate::text::json::scan::{Found, scan};

/// U+FEFF, which some servers send before a text.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// How many bytes a value takes in a usual document, its key counting as one.
const USUAL_SIZE: usize = 12;
/// How much of a text is looked at to tell how many values the whole has.
const SAMPLE_SIZE: usize = 8 * 1024;

/// What one pass over a text finds.
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// How much room the strings with escapes take at most when they are resolved, each with its NUL.
    pub(super) escaped: usize,
}

/// Finds all values in a text, with a byte order mark and white space around it, and puts NULs in place of the quotes that end
/// strings without escapes. `None`, and `bytes` as they were, if they are not JSON in UTF-8, or are nested too deeply.
pub(super) fn index(bytes: &mut [u8]) -> Option<Index> {
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let nodes = Vec::with_capacity(expected_nodes(bytes));
    let mut values = Values {
        text: &mut bytes[mark..],
        base: mark,
        nodes,
        pending: Vec::new(),
        open: Vec::new(),
        escaped: 0,
    };
    if scan(&mut values).is_none() {
        values.restore();
        return None;
    }
    let Values {
        mut nodes,
        mut pending,
        escaped,
        ..
    } = values;
    nodes.push(pending.pop()?);
    Some(Index { nodes, escaped })
}

/// The values found so far.
struct Values<'a> {
    text: &'a mut [u8],
    /// Where the text begins in the document.
    base: usize,
    /// The children of all that is closed.
    nodes: Vec<Node>,
    /// The children of what is open, until it closes.
    pending: Vec<Node>,
    /// What is open: where it begins, and where its children begin.
    open: Vec<(usize, usize)>,
    escaped: usize,
}

impl Values<'_> {
    /// Puts the quotes back.
    fn restore(&mut self) {
        for node in self.nodes.iter().chain(&self.pending) {
            let (start, end) = (node.start as usize - self.base, node.end() - self.base);
            if self.text[start] == b'"' {
                self.text[end - 1] = b'"';
            }
        }
    }
}

impl Found for Values<'_> {
    const DEEPEST: usize = json::MAX_DEPTH;
    const IS_UTF8: bool = false;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text
    }

    #[inline]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        self.string(start, end, has_escapes);
    }

    #[inline]
    fn string(&mut self, start: usize, end: usize, has_escapes: bool) {
        if has_escapes {
            self.escaped += end - start;
        } else {
            self.text[end - 1] = 0;
        }
        let (start, end) = (self.base + start, self.base + end);
        self.pending.push(match has_escapes {
            true => Node::new(start, end, NOWHERE as usize, 0),
            false => Node::new(start, end, start + 1, end - start - 2),
        });
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) {
        self.pending.push(Node::new(self.base + start, self.base + end, 0, 0));
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
        let (moved, children) = (self.nodes.len(), self.pending.len() - first);
        self.nodes.extend(self.pending.drain(first..));
        let count = if is_object { children / 2 } else { children };
        self.pending
            .push(Node::new(self.base + start, self.base + end, moved, count));
    }
}

/// How many values there are, about: what grows costs more than what is there from the start, and what is not used has to
/// be wiped all the same.
fn expected_nodes(text: &[u8]) -> usize {
    let sample = &text[..text.len().min(SAMPLE_SIZE)];
    let counted = memchr::memchr2_iter(b':', b',', sample).count() + 1;
    let expected = counted as u64 * text.len() as u64 / sample.len().max(1) as u64;
    // What follows may be a little denser.
    let spare = if sample.len() < text.len() { expected / 16 } else { 0 };
    ((expected + spare) as usize).min(text.len() / USUAL_SIZE + 1)
}
