//! JSON documents that are read more than once: indexed in one pass, then looked into without reading the text again.
//!
//! In a document's text, a NUL takes the place of the quote that ends a string, so that C reads the string in place. Valid
//! JSON text contains no NUL, so that the text as sent can always be restored.

mod index;
mod node;
mod outline;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BinaryHeap;
use std::fmt;
use std::sync::{Arc, Weak};

use elsa::sync::FrozenMap;

use self::index::{Index, index};
pub(crate) use self::node::Node;
pub(crate) use self::outline::{Member, Outline, items_of};
pub(crate) use self::walk::Walk;
use crate::text::json::{self, Shape};
use crate::text::secret::{SecretText, Text, Wiped};

/// How long a document is at most: with its strings once more, the places in it fit into 32 bits.
pub(crate) const MAX_SIZE: usize = u32::MAX as usize / 2;
/// How many members an object has before its keys are sorted to find one.
const MANY_MEMBERS: u32 = 32;

/// An immutable JSON document, wiped when it is dropped. Any number of threads may read one at once.
#[derive(Default)]
pub(crate) struct Document {
    /// The text, which is UTF-8, with NULs in place of closing quotes.
    text: Wiped,
    /// The strings that have escapes, resolved, each with a NUL. Their places are counted from the end of `text`.
    unescaped: SecretText,
    /// The children of each array and object one after the other, the root last. Of an object these are key, value, key,
    /// value.
    nodes: Vec<Node>,
    /// The values that were asked for as JSON text, by where they begin.
    json: FrozenMap<u32, Box<Wiped>>,
    /// The members of large objects in the order of their keys, by where the object begins.
    sorted: FrozenMap<u32, Box<[u32]>>,
    /// Of a page: the list that it is one of.
    walk: Option<Arc<Walk>>,
}

impl Drop for Document {
    fn drop(&mut self) {
        if let Some(walk) = self.walk.take() {
            walk.keep_text(std::mem::take(&mut self.text));
            walk.keep_nodes(std::mem::take(&mut self.nodes));
        }
    }
}

impl Document {
    /// Reads one JSON value, optionally with a byte order mark and white space around it, nested at most
    /// [`json::MAX_DEPTH`] deep. `None` also if it is longer than [`MAX_SIZE`].
    pub(crate) fn read(bytes: &[u8]) -> Option<Arc<Document>> {
        // What is too long is not copied first.
        (bytes.len() <= MAX_SIZE)
            .then(|| Document::take_over(Wiped::copy_of(bytes), None).ok())
            .flatten()
    }

    /// The same without a copy; gives `bytes` back if they are not such a document. [`Document::as_taken`] restores them. A page of
    /// a list uses memory of the pages before, and leaves its own behind.
    pub(crate) fn take_over(mut bytes: Wiped, walk: Option<&Arc<Walk>>) -> Result<Arc<Document>, Wiped> {
        if bytes.len() > MAX_SIZE {
            return Err(bytes);
        }
        let nodes = walk.map_or(Vec::new(), |walk| walk.take_nodes());
        let mut is_json = false;
        // The values know the place of their document from the start.
        let document = Arc::new_cyclic(|document: &Weak<Document>| {
            let mut made = Document::default();
            if let Some(index) = index(&mut bytes, nodes, document.as_ptr().cast()) {
                is_json = true;
                made.fill(std::mem::take(&mut bytes), index);
                made.walk = walk.cloned();
            }
            made
        });
        if is_json { Ok(document) } else { Err(bytes) }
    }

    fn fill(&mut self, text: Wiped, index: Index) {
        #[cfg(test)]
        looked_at::add(text.len());
        let mut nodes = index.nodes;
        let mut unescaped = SecretText::with_capacity(index.escaped_size);
        for at in index.escaped {
            let places = &mut nodes[at as usize].places;
            let inner = &text[places.start as usize + 1..places.end() - 1];
            if let Some((start, length)) = unescaped.push_with(|append| json::unescape_bytes_onto(append, inner)) {
                (places.first, places.count) = ((text.len() + start) as u32, length as u32);
            }
        }
        (self.text, self.unescaped, self.nodes) = (text, unescaped, nodes);
    }

    /// A copy of the bytes that were taken over, as they were.
    pub(crate) fn as_taken(&self) -> Wiped {
        Wiped::from(with_quotes(self.bytes(), 0))
    }

    /// The whole document as a value.
    pub(crate) fn root(&self) -> Value<'_> {
        Value {
            document: self,
            node: &self.nodes[self.nodes.len() - 1],
        }
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
        &self.text
    }

    /// Where the text of a string is: in which buffer, and from where on.
    fn place_of(&self, node: &Node) -> (&[u8], usize) {
        let start = node.places.first as usize;
        match start.checked_sub(self.text.len()) {
            Some(start) => (self.unescaped.whole(), start),
            None => (&self.text, start),
        }
    }

    /// The text of a string, which may hold U+0000.
    fn string(&self, node: &Node) -> Option<&[u8]> {
        let (text, start) = self.place_of(node);
        text.get(start..start + node.places.count as usize)
    }

    /// The text of a string for C, which cannot hold U+0000. JSON has that as an escape only.
    fn c_string(&self, node: &Node) -> Option<Text<'_>> {
        let (text, start) = self.place_of(node);
        let text = Text::terminated(text, start, node.places.count as usize)?;
        let has_escapes = node.places.first != node.places.start + 1;
        (!has_escapes || memchr::memchr(0, text.as_bytes()).is_none()).then_some(text)
    }

    /// The members of a large object in the order of their keys, and of those with one key in the document's order.
    fn sorted(&self, object: &Node) -> &[u32] {
        if let Some(known) = self.sorted.get(&object.places.start) {
            return known;
        }
        // Many at once have no need of the fastest way to sort, which takes 10 KB of the library.
        let members: BinaryHeap<_> = (0..object.places.count)
            .map(|i| object.places.first + 2 * i)
            .map(|member| (self.string(&self.nodes[member as usize]), member))
            .collect();
        let members = members.into_sorted_vec().into_iter().map(|(_, member)| member);
        self.sorted.insert(object.places.start, members.collect())
    }

    /// Where the key of the last member with this key is among the nodes.
    #[inline]
    fn key(&self, object: &Node, key: &[u8]) -> Option<usize> {
        if object.places.count > MANY_MEMBERS {
            return self.key_of_many(object, key);
        }
        let first = object.places.first as usize;
        let members = self.nodes.get(first..first + 2 * object.places.count as usize)?;
        let length = u32::try_from(key.len()).ok()?;
        let has_key = |member: &[Node]| {
            let node = &member[0];
            if node.places.count != length {
                return false;
            }
            #[cfg(test)]
            looked_at::add(node.places.count as usize);
            // Most other keys that are as long begin with another character, for which no function has to be called.
            self.string(node)
                .is_some_and(|other| other.first() == key.first() && other == key)
        };
        let mut at = members.len();
        for member in members.chunks_exact(2).rev() {
            at -= 2;
            if has_key(member) {
                return Some(first + at);
            }
        }
        None
    }

    /// The same for a large object.
    #[inline(never)]
    fn key_of_many(&self, object: &Node, key: &[u8]) -> Option<usize> {
        let key_of = |member: u32| {
            let node = &self.nodes[member as usize];
            #[cfg(test)]
            looked_at::add(node.places.count as usize);
            self.string(node)
        };
        let sorted = self.sorted(object);
        let behind = sorted.partition_point(|&member| key_of(member) <= Some(key));
        let last = *sorted.get(behind.checked_sub(1)?)?;
        (key_of(last) == Some(key)).then_some(last as usize)
    }
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
        json::shape_of(self.document.bytes().get(self.node.places.start as usize).copied())
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
            Shape::Array | Shape::Object => self.node.places.count as usize,
            _ => 0,
        }
    }

    /// Item `i` of an array, or the value of member `i` of an object, from 0 on in the document's order.
    pub fn at(self, i: usize) -> Option<Value<'a>> {
        let i = u32::try_from(i).ok().filter(|&i| i < self.node.places.count)?;
        let child = match self.shape() {
            Shape::Array => self.node.places.first + i,
            Shape::Object => self.node.places.first + 2 * i + 1,
            _ => return None,
        };
        self.child(child as usize)
    }

    /// The key of member `i` of an object. `None` also if it holds U+0000 or a lone surrogate.
    pub fn key_at(self, i: usize) -> Option<&'a str> {
        self.key_text_at(i).map(Text::as_str)
    }

    pub(crate) fn key_text_at(self, i: usize) -> Option<Text<'a>> {
        let i = u32::try_from(i).ok().filter(|&i| i < self.node.places.count)?;
        let key = self.document.nodes.get((self.node.places.first + 2 * i) as usize);
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
            .bytes()
            .get(self.node.places.start as usize..self.node.places.end())?;
        (self.shape() == Shape::Number)
            .then(|| std::str::from_utf8(text).ok())
            .flatten()
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        let is_true = self.document.bytes().get(self.node.places.start as usize) == Some(&b't');
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
        let text = match known.get(&self.node.places.start) {
            Some(known) => known,
            None => known.insert(self.node.places.start, Box::new(self.as_sent()?)),
        };
        Text::terminated(text, 0, self.node.places.size as usize)
    }

    /// Its text with the quotes in place of which the copy has NULs, and a NUL behind it.
    fn as_sent(self) -> Option<Wiped> {
        let bytes = self
            .document
            .bytes()
            .get(self.node.places.start as usize..self.node.places.end())?;
        let mut sent = with_quotes(bytes, 1);
        sent.push(0);
        Some(Wiped::from(sent))
    }
}

/// A copy of a part of a document's text with the quotes that NULs have replaced, and `room` for more behind it.
fn with_quotes(text: &[u8], room: usize) -> Vec<u8> {
    let mut sent = Vec::with_capacity(text.len() + room);
    sent.extend(text.iter().map(|&byte| if byte == 0 { b'"' } else { byte }));
    sent
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
