//! Finding all values of a document in one pass over its text.

use std::ops::Range;

use super::node::{NOWHERE, Node};
use crate::text::json;

/// How many bytes of a string are looked at, eight by eight, before a search that is faster over many is begun.
const SHORT_STRING: usize = 32;
/// How many bytes a value takes in a usual document, its key counting as one.
const USUAL_SIZE: usize = 12;

/// What one pass over a text finds.
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// How much room the strings with escapes take at most when they are resolved, each with its NUL.
    pub(super) escaped: usize,
}

/// Finds all values in valid JSON, which is at `place` in `bytes`. `None` if it is nested too deeply.
pub(super) fn index(bytes: &[u8], place: Range<usize>) -> Option<Index> {
    let mut at = place.start;
    let text = bytes.get(..place.end)?;
    let mut nodes = Vec::with_capacity(expected_nodes(text));
    // The children of what is open, until it closes; the openings with where their children begin.
    let mut pending: Vec<Node> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut escaped = 0;
    while let Some(&byte) = text.get(at) {
        let start = at;
        match byte {
            b'"' => {
                let has_escapes;
                (at, has_escapes) = string_end(text, start)?;
                if has_escapes {
                    escaped += at - start;
                    pending.push(Node::new(start, at, NOWHERE as usize, 0));
                } else {
                    pending.push(Node::new(start, at, start + 1, at - start - 2));
                }
            }
            b'{' | b'[' => {
                if open.len() == json::MAX_DEPTH {
                    return None;
                }
                open.push((start, pending.len()));
                at += 1;
            }
            b'}' | b']' => {
                let (opening, base) = open.pop()?;
                let (first, children) = (nodes.len(), pending.len() - base);
                nodes.extend(pending.drain(base..));
                at += 1;
                let count = if byte == b'}' { children / 2 } else { children };
                pending.push(Node::new(opening, at, first, count));
            }
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => at += 1,
            _ => {
                let rest = text[start..].iter();
                let is_end = |b: &u8| matches!(b, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
                at = rest
                    .copied()
                    .position(|b| is_end(&b))
                    .map_or(text.len(), |size| start + size);
                pending.push(Node::new(start, at, 0, 0));
            }
        }
    }
    let root = pending.pop().filter(|_| pending.is_empty() && open.is_empty())?;
    nodes.push(root);
    Some(Index { nodes, escaped })
}

/// Where the string that begins at `quote` ends, and whether it has escapes.
fn string_end(text: &[u8], quote: usize) -> Option<(usize, bool)> {
    let mut has_escapes = false;
    let mut at = quote + 1;
    loop {
        at += quote_or_escape(text.get(at..)?)?;
        if text[at] == b'"' {
            return Some((at + 1, has_escapes));
        }
        has_escapes = true;
        at += 2;
    }
}

/// Where the first quote or backslash is.
fn quote_or_escape(text: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    // The lowest high bit that is set belongs to the first byte that is zero.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    for (i, eight) in text.chunks_exact(8).take(SHORT_STRING / 8).enumerate() {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let found = zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
        if found != 0 {
            return Some(8 * i + found.trailing_zeros() as usize / 8);
        }
    }
    let behind = SHORT_STRING.min(text.len() / 8 * 8);
    memchr::memchr2(b'"', b'\\', &text[behind..]).map(|at| behind + at)
}

/// How many values there are, about: what grows costs more than what is there from the start.
fn expected_nodes(text: &[u8]) -> usize {
    let keys = memchr::memchr_iter(b':', text).count();
    let values = memchr::memchr_iter(b',', text).count();
    (keys + values + 1).min(text.len() / USUAL_SIZE + 1)
}
