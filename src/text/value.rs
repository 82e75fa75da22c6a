//! JSON documents that are read more than once: indexed in one pass, then looked into without reading the text again.
//!
//! A document keeps its own copy of the text, in which a NUL takes the place of the quote that ends a string: so C reads a
//! string where it lies. No valid JSON text holds a NUL, so the text as sent can always be told from the copy.

use std::fmt;
#[cfg(feature = "capi")]
use std::sync::{
    Arc, Once,
    atomic::{AtomicPtr, Ordering},
};

use elsa::sync::FrozenMap;

use crate::text::json::{self, Shape};
use crate::text::secret::{SecretText, Text, Wiped};

/// How long a document is at most: with its strings once more, the places in it fit into 32 bits.
pub(crate) const MAX_SIZE: usize = u32::MAX as usize / 2;
/// How many members an object has before its keys are sorted to find one.
const MANY_MEMBERS: u32 = 32;
/// Where the text of a string lies that C and UTF-8 cannot carry, since it holds a lone surrogate.
const NOWHERE: u32 = u32::MAX;
/// How many bytes of a string are looked at, eight by eight, before a search that is faster over many is begun.
const SHORT_STRING: usize = 32;
/// How many bytes a value takes in a usual document, its key counting as one.
const USUAL_SIZE: usize = 12;

/// An immutable JSON document, wiped when it is dropped. Any number of threads may read one at once.
pub(crate) struct Document {
    /// The text, with NULs in place of quotes, and behind it the strings that have escapes, resolved.
    text: SecretText,
    /// The children of each array and object one after the other, the root last. Of an object these are key, value, key,
    /// value.
    nodes: Vec<Node>,
    /// The values that were asked for as JSON text, by where they begin.
    json: FrozenMap<u32, Box<SecretText>>,
    /// The members of large objects in the order of their keys, by where the object begins.
    sorted: FrozenMap<u32, Box<[u32]>>,
    #[cfg(feature = "capi")]
    linked: Once,
}

/// A value in a [`Document`].
pub(crate) struct Node {
    /// Where its text begins, and how long that is.
    start: u32,
    size: u32,
    /// Of an array or an object: its first child in `Document::nodes`. Of a string: where its text lies, or [`NOWHERE`].
    first: u32,
    /// Of an array or an object: how many items or members it has. Of a string: how long its text is.
    count: u32,
    /// For C, which has one pointer for a value: see [`Document::linked_root`].
    #[cfg(feature = "capi")]
    document: AtomicPtr<Document>,
}

impl Node {
    fn new(start: usize, end: usize, first: usize, count: usize) -> Node {
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

    fn end(&self) -> usize {
        (self.start + self.size) as usize
    }

    /// The document that it belongs to, for C. NULL unless it was reached from [`Document::linked_root`].
    #[cfg(feature = "capi")]
    pub(crate) fn document(&self) -> *const Document {
        self.document.load(Ordering::Relaxed)
    }
}

impl Document {
    /// Reads what somebody sent: one JSON value, perhaps with a byte order mark and white space, nested as deep as an answer
    /// may be.
    pub(crate) fn read(bytes: &[u8]) -> Option<Document> {
        let text = std::str::from_utf8(bytes).ok()?;
        Document::new(json::document(text.strip_prefix('\u{feff}').unwrap_or(text))?)
    }

    /// Reads `text`: valid JSON without white space around it. `None` if it is longer than [`MAX_SIZE`], or nested deeper than
    /// an answer may be.
    pub(crate) fn new(text: &str) -> Option<Document> {
        if text.len() > MAX_SIZE {
            return None;
        }
        #[cfg(test)]
        looked_at::add(text.len());
        let Index { mut nodes, escaped } = index(text.as_bytes())?;
        let mut bytes = Vec::with_capacity(text.len() + escaped);
        bytes.extend_from_slice(text.as_bytes());
        for node in nodes.iter().filter(|node| node.first == node.start + 1) {
            // A string without escapes, or a container whose first child happens to have that number.
            if bytes[node.start as usize] == b'"' {
                bytes[node.end() - 1] = 0;
            }
        }
        let mut copy = SecretText::from_utf8(Wiped::from(bytes))?;
        for node in nodes.iter_mut().filter(|node| node.first == NOWHERE) {
            let inner = &text[node.start as usize + 1..node.end() - 1];
            if let Some((start, length)) = copy.push_with(|copy| json::unescape_onto(copy, inner)) {
                (node.first, node.count) = (start as u32, length as u32);
            }
        }
        Some(Document {
            text: copy,
            nodes,
            json: FrozenMap::new(),
            sorted: FrozenMap::new(),
            #[cfg(feature = "capi")]
            linked: Once::new(),
        })
    }

    /// The whole document as a value.
    pub(crate) fn root(&self) -> Value<'_> {
        Value {
            document: self,
            node: &self.nodes[self.nodes.len() - 1],
        }
    }

    /// The same for C, whose values find their document by themselves. The document must not move any more.
    #[cfg(feature = "capi")]
    pub(crate) fn linked_root(self: &Arc<Document>) -> &Node {
        let place = Arc::as_ptr(self).cast_mut();
        self.linked.call_once(|| {
            for node in &self.nodes {
                node.document.store(place, Ordering::Relaxed);
            }
        });
        self.root().node
    }

    /// The value that a JSON pointer (RFC 6901) names.
    pub(crate) fn find(&self, pointer: &str) -> Option<Value<'_>> {
        let mut value = self.root();
        if pointer.is_empty() {
            return Some(value);
        }
        for token in pointer.strip_prefix('/')?.split('/') {
            let token = json::unescape_pointer_token(token)?;
            value = match value.shape() {
                Shape::Object => value.get(&token)?,
                Shape::Array => value.at(json::array_index(&token)?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    fn bytes(&self) -> &[u8] {
        self.text.whole().as_bytes()
    }

    /// The text of a string, which may hold U+0000.
    fn string(&self, node: &Node) -> Option<&[u8]> {
        let start = node.first as usize;
        self.bytes().get(start..start + node.count as usize)
    }

    /// The text of a string for C, which cannot hold U+0000. JSON has that as an escape only.
    fn c_string(&self, node: &Node) -> Option<Text<'_>> {
        let text = self.text.terminated(node.first as usize, node.count as usize)?;
        let has_escapes = node.first != node.start + 1;
        (!has_escapes || memchr::memchr(0, text.as_str().as_bytes()).is_none()).then_some(text)
    }

    /// The members of a large object in the order of their keys, and of those with one key in the document's order.
    fn sorted(&self, object: &Node) -> &[u32] {
        if let Some(known) = self.sorted.get(&object.start) {
            return known;
        }
        let key = |member: &u32| self.string(&self.nodes[*member as usize]);
        let mut members: Vec<u32> = (0..object.count).map(|i| object.first + 2 * i).collect();
        members.sort_by(|one, other| {
            #[cfg(test)]
            looked_at::add(self.nodes[*one as usize].count as usize);
            key(one).cmp(&key(other))
        });
        self.sorted.insert(object.start, members.into_boxed_slice())
    }

    /// Where the key of the last member with this key is among the nodes.
    fn key(&self, object: &Node, key: &[u8]) -> Option<usize> {
        let key_of = |member: u32| {
            let node = &self.nodes[member as usize];
            #[cfg(test)]
            looked_at::add(node.count as usize);
            self.string(node)
        };
        if object.count > MANY_MEMBERS {
            let sorted = self.sorted(object);
            let behind = sorted.partition_point(|&member| key_of(member) <= Some(key));
            let last = *sorted.get(behind.checked_sub(1)?)?;
            return (key_of(last) == Some(key)).then_some(last as usize);
        }
        let members = (0..object.count).rev().map(|i| object.first + 2 * i);
        members
            .into_iter()
            .find(|&member| self.nodes[member as usize].count as usize == key.len() && key_of(member) == Some(key))
            .map(|member| member as usize)
    }
}

/// What one pass over a text finds.
struct Index {
    nodes: Vec<Node>,
    /// How much room the strings with escapes take once more, each with its NUL.
    escaped: usize,
}

/// Finds all values in valid JSON. `None` if it is not that, or nested too deeply.
fn index(text: &[u8]) -> Option<Index> {
    let mut nodes = Vec::with_capacity(expected_nodes(text));
    // The children of what is open, until it closes; the openings with where their children begin.
    let mut pending: Vec<Node> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut escaped = 0;
    let mut at = 0;
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

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// `null`, which is a value: what is absent is none.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, kept as it was sent.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A value in a JSON document that was indexed once, so that a look-up does not read the text again.
///
/// It is borrowed from what the document belongs to: see [`Connection::value`](crate::Connection::value),
/// [`Response::value`](crate::Response::value) and [`Error::value`](crate::Error::value). `Debug` shows only what it is.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    document: &'a Document,
    node: &'a Node,
}

impl<'a> Value<'a> {
    /// The value of a node of a document.
    #[cfg(feature = "capi")]
    pub(crate) fn of(document: &'a Document, node: &'a Node) -> Value<'a> {
        Value { document, node }
    }

    #[cfg(feature = "capi")]
    pub(crate) fn node(self) -> &'a Node {
        self.node
    }

    fn shape(self) -> Shape {
        json::shape_of(self.document.bytes().get(self.node.start as usize).copied())
    }

    /// What it is.
    pub fn kind(self) -> ValueKind {
        match self.shape() {
            Shape::Null => ValueKind::Null,
            Shape::Bool => ValueKind::Bool,
            Shape::Number => ValueKind::Number,
            Shape::String => ValueKind::String,
            Shape::Array => ValueKind::Array,
            Shape::Object => ValueKind::Object,
        }
    }

    /// How many items an array has, or members an object; 0 of anything else.
    pub fn count(self) -> usize {
        match self.shape() {
            Shape::Array | Shape::Object => self.node.count as usize,
            _ => 0,
        }
    }

    /// Item `i` of an array, or the value of member `i` of an object, from 0 on in the document's order.
    pub fn at(self, i: usize) -> Option<Value<'a>> {
        let i = u32::try_from(i).ok().filter(|&i| i < self.node.count)?;
        let child = match self.shape() {
            Shape::Array => self.node.first + i,
            Shape::Object => self.node.first + 2 * i + 1,
            _ => return None,
        };
        self.child(child as usize)
    }

    /// The key of member `i` of an object. `None` also if it holds U+0000 or a lone surrogate.
    pub fn key_at(self, i: usize) -> Option<&'a str> {
        self.key_text_at(i).map(Text::as_str)
    }

    pub(crate) fn key_text_at(self, i: usize) -> Option<Text<'a>> {
        let i = u32::try_from(i).ok().filter(|&i| i < self.node.count)?;
        let key = self.document.nodes.get((self.node.first + 2 * i) as usize);
        (self.shape() == Shape::Object)
            .then(|| self.document.c_string(key?))
            .flatten()
    }

    /// The value of the member of an object that has this key; of several the last.
    pub fn get(self, key: &str) -> Option<Value<'a>> {
        self.get_bytes(key.as_bytes())
    }

    pub(crate) fn get_bytes(self, key: &[u8]) -> Option<Value<'a>> {
        match self.shape() {
            Shape::Object => self.child(self.document.key(self.node, key)? + 1),
            _ => None,
        }
    }

    fn child(self, index: usize) -> Option<Value<'a>> {
        let node = self.document.nodes.get(index)?;
        Some(Value { node, ..self })
    }

    /// The items of an array, or the values of an object's members.
    pub fn items(self) -> impl Iterator<Item = Value<'a>> {
        (0..self.count()).filter_map(move |i| self.at(i))
    }

    /// The text of a string. `None` also if it holds U+0000 or a lone surrogate: [`Value::json`] has those.
    pub fn as_str(self) -> Option<&'a str> {
        self.text().map(Text::as_str)
    }

    pub(crate) fn text(self) -> Option<Text<'a>> {
        match self.shape() {
            Shape::String => self.document.c_string(self.node),
            _ => None,
        }
    }

    /// A number without fraction and exponent that fits into 64 bits.
    pub fn as_i64(self) -> Option<i64> {
        self.number()?.parse().ok()
    }

    /// A number as the nearest floating-point number. `None` also if it is beyond the largest.
    pub fn as_f64(self) -> Option<f64> {
        self.number()?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    fn number(self) -> Option<&'a str> {
        let text = self
            .document
            .text
            .whole()
            .get(self.node.start as usize..self.node.end());
        text.filter(|_| self.shape() == Shape::Number)
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        let is_true = self.document.bytes().get(self.node.start as usize) == Some(&b't');
        (self.shape() == Shape::Bool).then_some(is_true)
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.shape() == Shape::Null
    }

    /// Its text as sent, numbers and inner white space included. Copied once, however often it is asked for.
    pub fn json(self) -> &'a str {
        self.json_text().map_or("", Text::as_str)
    }

    pub(crate) fn json_text(self) -> Option<Text<'a>> {
        let known = &self.document.json;
        let text = match known.get(&self.node.start) {
            Some(known) => known,
            None => known.insert(self.node.start, Box::new(self.as_sent()?)),
        };
        text.terminated(0, self.node.size as usize)
    }

    /// Its text with the quotes in place of which the copy has NULs, and a NUL behind it.
    fn as_sent(self) -> Option<SecretText> {
        let bytes = self.document.bytes().get(self.node.start as usize..self.node.end())?;
        let mut sent = Vec::with_capacity(bytes.len() + 1);
        sent.extend(bytes.iter().map(|&byte| if byte == 0 { b'"' } else { byte }));
        sent.push(0);
        SecretText::from_utf8(Wiped::from(sent))
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Value")
            .field("kind", &self.kind())
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}

/// How many bytes of documents this thread has looked at, for the tests.
#[cfg(test)]
pub(crate) mod looked_at {
    use std::cell::Cell;

    thread_local! {
        static BYTES: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn add(bytes: usize) {
        BYTES.set(BYTES.get() + bytes);
    }

    /// How many since this was asked last.
    pub(crate) fn take() -> usize {
        BYTES.replace(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new(json::document(text).unwrap()).unwrap()
    }

    #[test]
    fn pointers_follow_rfc_6901() {
        let text = r#"{"foo":["bar", "baz"],"":0,"a/b":1,"c%d":2,"m~n":8,"k\"l":6,"x":{"y":[ [1.50] ]}}"#;
        let doc = document(text);
        for (pointer, expected) in [
            ("", Some(text)),
            ("/foo", Some(r#"["bar", "baz"]"#)),
            ("/foo/0", Some(r#""bar""#)),
            ("/foo/1", Some(r#""baz""#)),
            ("/", Some("0")),
            ("/a~1b", Some("1")),
            ("/c%d", Some("2")),
            ("/m~0n", Some("8")),
            ("/k\"l", Some("6")),
            ("/x/y/0/0", Some("1.50")),
            ("/foo/2", None),
            ("/foo/01", None),
            ("/foo/-", None),
            ("/foo/+1", None),
            ("/foo/99999999999999999999999", None),
            ("/m~n", None),
            ("/m~", None),
            ("foo", None),
            ("/a~1b/c", None),
        ] {
            assert_eq!(doc.find(pointer).map(Value::json), expected, "{pointer}");
        }
    }

    #[test]
    fn every_kind_of_value_says_what_it_is_and_no_other() {
        let doc = document(r#" [null, true, false, -1.50, "a", [1,2], {"k":1}] "#);
        let kinds: Vec<ValueKind> = doc.root().items().map(Value::kind).collect();
        use ValueKind::{Array, Bool, Null, Number, Object, String};
        assert_eq!(kinds, [Null, Bool, Bool, Number, String, Array, Object]);
        let all = doc.root().items();
        let read: Vec<_> = all
            .map(|value| {
                (
                    value.is_null(),
                    value.as_bool(),
                    value.as_f64(),
                    value.as_str(),
                    value.count(),
                )
            })
            .collect();
        assert_eq!(read[0], (true, None, None, None, 0));
        assert_eq!(read[1], (false, Some(true), None, None, 0));
        assert_eq!(read[2], (false, Some(false), None, None, 0));
        assert_eq!(read[3], (false, None, Some(-1.5), None, 0));
        assert_eq!(read[4], (false, None, None, Some("a"), 0));
        assert_eq!(read[5], (false, None, None, None, 2));
        assert_eq!(read[6], (false, None, None, None, 1));
        let [string, number, object] = [4, 3, 6].map(|i| doc.root().at(i).unwrap());
        assert!(string.at(0).is_none() && number.at(0).is_none() && doc.root().at(7).is_none());
        assert!(string.get("k").is_none() && doc.root().get("k").is_none() && object.at(1).is_none());
        assert_eq!(
            (object.key_at(0), object.key_at(1), doc.root().key_at(0)),
            (Some("k"), None, None)
        );
        assert_eq!(doc.root().json(), r#"[null, true, false, -1.50, "a", [1,2], {"k":1}]"#);
    }

    #[test]
    fn a_document_may_be_a_scalar() {
        for text in ["1", "\"\"", "\"a\"", "null", "[]", "{}", r#""\n""#] {
            let doc = document(text);
            assert_eq!(doc.root().json(), text);
            assert_eq!(doc.root().count(), 0);
        }
    }

    #[test]
    fn numbers_say_whether_they_fit() {
        for (text, integer, float) in [
            ("9223372036854775807", Some(i64::MAX), Some(9_223_372_036_854_775_807.0)),
            (
                "-9223372036854775808",
                Some(i64::MIN),
                Some(-9_223_372_036_854_775_808.0),
            ),
            ("9223372036854775808", None, Some(9_223_372_036_854_775_808.0)),
            ("-0", Some(0), Some(-0.0)),
            ("1.0", None, Some(1.0)),
            ("1e3", None, Some(1000.0)),
            ("1e400", None, None),
            ("-1e-400", None, Some(-0.0)),
            ("\"1\"", None, None),
        ] {
            let doc = document(text);
            assert_eq!((doc.root().as_i64(), doc.root().as_f64()), (integer, float), "{text}");
        }
    }

    #[test]
    fn strings_are_read_as_text_or_as_sent() {
        for (text, expected) in [
            (
                r#""a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd8A!""#,
                Some("a\"\\/\u{8}\u{c}\n\r\té🦊!"),
            ),
            (
                r#""no escape, but longer than sixteen bytes, é""#,
                Some("no escape, but longer than sixteen bytes, é"),
            ),
            (
                r#""an escape after more than sixteen bytes\t""#,
                Some("an escape after more than sixteen bytes\t"),
            ),
            (r#""\u0000""#, None),
            (r#""\ud800""#, None),
            (r#""ends with a backslash \\""#, Some("ends with a backslash \\")),
        ] {
            let whole = format!(r#"{{"before":[1,"x"],"s":{text},"after":"y"}}"#);
            let doc = document(&whole);
            let value = doc.root().get("s").unwrap();
            assert_eq!((value.as_str(), value.json()), (expected, text));
            assert_eq!(doc.root().get("after").unwrap().as_str(), Some("y"));
            assert_eq!(doc.root().json(), whole);
        }
    }

    #[test]
    fn the_last_of_duplicate_keys_wins_in_small_and_large_objects() {
        for others in [0, 100] {
            let more: String = (0..others).map(|i| format!(r#","n{i}":{i}"#)).collect();
            let doc = document(&format!(
                r#"{{"a":1,"\ud800":0,"b":{{"c":1}},"":7,"a":{{"x":2}}{more},"\u0061":3,"z\u0000":4}}"#
            ));
            let root = doc.root();
            let number = |key: &str| root.get(key).and_then(Value::as_i64);
            assert_eq!(
                (number("a"), number(""), number("z\0"), number("y")),
                (Some(3), Some(7), Some(4), None)
            );
            assert_eq!(doc.find("/b/c").and_then(Value::as_i64), Some(1));
            for i in 0..others {
                assert_eq!(number(&format!("n{i}")), Some(i));
            }
            assert_eq!(root.count(), 7 + others as usize);
            let keys: Vec<_> = (0..4).map(|i| root.key_at(i)).collect();
            assert_eq!(keys, [Some("a"), None, Some("b"), Some("")]);
            assert_eq!((root.key_at(root.count() - 1), root.at(0).unwrap().json()), (None, "1"));
        }
    }

    #[test]
    fn the_deepest_that_is_allowed_is_read() {
        let nested = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
        let doc = Document::read(nested(json::MAX_DEPTH).as_bytes()).unwrap();
        let deepest = (0..json::MAX_DEPTH).fold(doc.root(), |value, _| value.at(0).unwrap());
        assert_eq!(deepest.as_i64(), Some(1));
        assert!(Document::read(nested(json::MAX_DEPTH + 1).as_bytes()).is_none());
        for bad in ["", " ", "{", "[1,]", "1 2", "\"\0\"", "nul"] {
            assert!(Document::read(bad.as_bytes()).is_none(), "{bad}");
        }
        assert!(Document::read(b"\xff").is_none());
        assert_eq!(Document::read(b"\xef\xbb\xbf [1] ").unwrap().root().json(), "[1]");
    }

    #[test]
    fn debug_shows_no_text() {
        let doc = document(r#"{"invented":"invented"}"#);
        let shown = format!("{:?}", doc.root());
        assert!(!shown.contains("invented") && shown.contains("Object"), "{shown}");
    }
}
