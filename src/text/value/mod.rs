//! JSON documents that are read more than once: indexed in one pass, then looked into without reading the text again.
//!
//! In a document's text, a NUL takes the place of the quote that ends a string, so that C reads the string in place. Valid
//! JSON text contains no NUL, so that the text as sent can always be restored.

mod index;
mod node;
mod outline;
mod shapes;
#[cfg(test)]
mod tests;
mod walk;

use std::fmt;
use std::hash::RandomState;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};

use elsa::sync::FrozenMap;

use self::index::{Index, index};
pub(crate) use self::node::Node;
use self::node::{Extent, NOWHERE};
pub(crate) use self::outline::{Member, Outline, items_of};
use self::shapes::{HAS_ESCAPES, Key, Shapes};
pub(crate) use self::walk::Walk;
use crate::text::hash;
use crate::text::json::{self, Shape};
use crate::text::secret::{SecretText, Text, Wiped};

/// How long a document is at most: with its strings once more, the places in it fit into 32 bits.
pub(crate) const MAX_SIZE: usize = u32::MAX as usize / 2;
/// How many members an object has before a table is made to find one by its key.
const MANY_MEMBERS: usize = 32;
/// In a number of a shape, to tell it from the place of a text, which is less.
const OF_SHAPE: u32 = 1 << 31;
/// For how many keys it is remembered where they were found last.
const HINTS: usize = 32;

/// An immutable JSON document, wiped when it is dropped. Any number of threads may read one at once.
#[derive(Default)]
pub(crate) struct Document {
    /// The text, which is UTF-8, with NULs in place of closing quotes.
    text: Wiped,
    /// The strings that have escapes, resolved, each with a NUL. Their places are counted from the end of `text`.
    unescaped: SecretText,
    /// The items of each array and the values of each object one after the other, the root last.
    nodes: Vec<Node>,
    extents: Vec<Extent>,
    shapes: Shapes,
    /// In which shape a key was found last, and which member it is: the next object is mostly asked for the same.
    hints: [AtomicU64; HINTS],
    /// What was made once it was asked for: JSON text, by where the value begins, and tables, by [`OF_SHAPE`] and the object's shape.
    made: FrozenMap<u32, Box<Made>>,
    /// Of a page: the list that it is one of.
    walk: Option<Arc<Walk>>,
}

/// What is made of a document once it is asked for.
enum Made {
    /// A value as JSON text, with a NUL.
    Json(Wiped),
    /// The members of a large object by their keys.
    Table(Table),
}

/// The members of a large object by their keys: of those with one key the last.
struct Table {
    /// How keys are hashed: not so that a server could know.
    hashing: RandomState,
    /// One more than a member's number, at the hash of its key or behind others with that hash. 0 where none is.
    members: Vec<u32>,
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
        let (mut extents, mut shapes) = (index.extents, index.shapes);
        let keys_size: usize = shapes
            .escaped()
            .map(|(_, length)| (*length & !HAS_ESCAPES) as usize + 1)
            .sum();
        let mut unescaped = SecretText::with_capacity(index.escaped_size + keys_size);
        if index.escaped_size + keys_size > 0 {
            let strings = extents.iter_mut().map(|extent| (&mut extent.first, &mut extent.count));
            let strings = strings.filter(|(_, length)| **length & HAS_ESCAPES != 0);
            for (start, length) in strings.chain(shapes.escaped()) {
                let string = &text[*start as usize..];
                let found = unescaped.push_with(|buffer| json::unescape_onto(buffer, string));
                let found = found.map(|(start, length)| ((text.len() + start) as u32, length as u32));
                (*start, *length) = found.unwrap_or((NOWHERE, 0));
            }
        }
        (self.text, self.unescaped) = (text, unescaped);
        (self.nodes, self.extents, self.shapes) = (index.nodes, extents, shapes);
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

    /// Where the text of a string or key is: in which buffer, and from where on.
    fn place_of(&self, start: u32) -> (&[u8], usize) {
        let start = start as usize;
        match start.checked_sub(self.text.len()) {
            Some(start) => (self.unescaped.whole(), start),
            None => (&self.text, start),
        }
    }

    /// The text of a key, which may hold U+0000.
    #[inline]
    fn key_text(&self, key: Key) -> Option<&[u8]> {
        let (text, start) = self.place_of(key.start);
        text.get(start..start + key.length as usize)
    }

    /// The text of a string or key for C, which cannot hold U+0000. JSON has that as an escape only.
    fn c_string(&self, start: u32, length: u32) -> Option<Text<'_>> {
        let (text, place) = self.place_of(start);
        let has_escapes = start as usize >= self.text.len();
        let text = Text::terminated(text, place, length as usize)?;
        (!has_escapes || memchr::memchr(0, text.as_bytes()).is_none()).then_some(text)
    }

    /// The table of a large object, which has room for more members than it has.
    fn table(&self, shape: u32) -> Option<&Table> {
        let number = OF_SHAPE | shape;
        let made = self.made.get(&number).unwrap_or_else(|| {
            let keys = self.shapes.keys(shape);
            let mut table = Table {
                hashing: RandomState::new(),
                members: vec![0; (keys.len() * 2).next_power_of_two()],
            };
            for (member, &key) in (1..).zip(keys) {
                if let Some(at) = self.key_text(key).and_then(|text| self.place_in(&table, keys, text)) {
                    table.members[at] = member;
                }
            }
            self.made.insert(number, Box::new(Made::Table(table)))
        });
        match made {
            Made::Table(table) => Some(table),
            Made::Json(_) => None,
        }
    }

    /// Where a key is in such a table, or would be.
    fn place_in(&self, table: &Table, keys: &[Key], text: &[u8]) -> Option<usize> {
        let mut at = hash(&table.hashing, text) as usize;
        loop {
            at = at.checked_rem(table.members.len())?;
            let member = table.members[at].checked_sub(1);
            let Some(&other) = member.and_then(|member| keys.get(member as usize)) else {
                return Some(at);
            };
            if self.is_key(other, text) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// Which member of an object of this shape is the last with this key.
    #[inline]
    fn member(&self, shape: u32, key: &[u8]) -> Option<u32> {
        let hint = &self.hints[hint_of(key)];
        let known = hint.load(Ordering::Relaxed);
        let (at, of) = (known as u32, (known >> 32) as u32);
        if of == shape && self.shapes.key(shape, at).is_some_and(|other| self.is_key(other, key)) {
            return Some(at);
        }
        self.find_member(shape, key, hint)
    }

    /// The same for one that was not asked for just before.
    #[inline(never)]
    fn find_member(&self, shape: u32, key: &[u8], hint: &AtomicU64) -> Option<u32> {
        let keys = self.shapes.keys(shape);
        let found = match keys.len() > MANY_MEMBERS {
            true => {
                let table = self.table(shape)?;
                let at = self.place_in(table, keys, key)?;
                table.members[at].checked_sub(1)
            }
            false => keys
                .iter()
                .rposition(|&other| self.is_key(other, key))
                .map(|at| at as u32),
        }?;
        hint.store(u64::from(shape) << 32 | u64::from(found), Ordering::Relaxed);
        Some(found)
    }

    #[inline]
    fn is_key(&self, key: Key, text: &[u8]) -> bool {
        if key.length as usize != text.len() {
            return false;
        }
        #[cfg(test)]
        looked_at::add(text.len());
        self.key_text(key).is_some_and(|other| is_same(other, text))
    }
}

/// Whether two texts that are as long as each other are the same. No function has to be called for most keys.
#[inline(always)]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    match one.len() {
        0..4 => one.iter().eq(other),
        4..=8 => one.first_chunk::<4>() == other.first_chunk() && one.last_chunk::<4>() == other.last_chunk(),
        9..=16 => one.first_chunk::<8>() == other.first_chunk() && one.last_chunk::<8>() == other.last_chunk(),
        _ => one == other,
    }
}

/// Where it is remembered where this key was found last.
#[inline]
fn hint_of(key: &[u8]) -> usize {
    let at = |i: usize| usize::from(key.get(i).copied().unwrap_or_default());
    // The factors are those that keep the most of the names apart that APIs have for their fields.
    ((at(0) + at(key.len() / 2)) * 5 + key.len() * 6) % HINTS
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
        json::shape_of(self.document.bytes().get(self.node.place.start as usize).copied())
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
    #[inline(never)]
    pub fn count(self) -> usize {
        match (self.shape(), self.extent()) {
            (Shape::Array, Some(array)) => array.count as usize,
            (Shape::Object, Some(object)) => self.document.shapes.count(object.count) as usize,
            _ => 0,
        }
    }

    #[inline]
    fn extent(self) -> Option<Extent> {
        let number = self.node.place.extent_or_size().ok()?;
        self.document.extents.get(number).copied()
    }

    /// Of an object.
    #[inline]
    fn object(self) -> Option<Extent> {
        (self.shape() == Shape::Object).then(|| self.extent()).flatten()
    }

    /// Its text as sent, with NULs in place of quotes.
    #[inline]
    fn raw(self) -> Option<&'a [u8]> {
        let size = match self.node.place.extent_or_size() {
            Ok(number) => self.document.extents.get(number)?.size,
            Err(size) => size,
        };
        let start = self.node.place.start as usize;
        self.document.bytes().get(start..start + size as usize)
    }

    /// Item `i` of an array, or the value of member `i` of an object, from 0 on in the document's order.
    pub fn at(self, i: usize) -> Option<Value<'a>> {
        let first = self.extent()?.first;
        (i < self.count()).then(|| self.child(first, i)).flatten()
    }

    /// The key of member `i` of an object. `None` also if it holds U+0000 or a lone surrogate.
    pub fn key_at(self, i: usize) -> Option<&'a str> {
        self.key_text_at(i).map(Text::as_str)
    }

    pub(crate) fn key_text_at(self, i: usize) -> Option<Text<'a>> {
        let key = self.document.shapes.keys(self.object()?.count).get(i)?;
        self.document.c_string(key.start, key.length)
    }

    /// The value of the member of an object that has this key; of several the last.
    pub fn get(self, key: &str) -> Option<Value<'a>> {
        self.get_bytes(key.as_bytes())
    }

    pub(crate) fn get_bytes(self, key: &[u8]) -> Option<Value<'a>> {
        let object = self.object()?;
        let member = self.document.member(object.count, key)?;
        self.child(object.first, member as usize)
    }

    /// The item of an array, or the value of a member, with this number, which is one that it has.
    #[inline]
    fn child(self, first: u32, i: usize) -> Option<Value<'a>> {
        let node = self.document.nodes.get(first as usize + i)?;
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
        if self.shape() != Shape::String {
            return None;
        }
        let (start, length) = match self.node.place.extent_or_size() {
            Ok(number) => {
                let string = self.document.extents.get(number)?;
                (string.first, string.count)
            }
            Err(size) => (self.node.place.start + 1, size - 2),
        };
        self.document.c_string(start, length)
    }

    /// A number without fraction and exponent that fits into 64 bits.
    pub fn as_i64(self) -> Option<i64> {
        json::integer_in(self.number()?)
    }

    /// A number as the nearest floating-point number. `None` also if it is beyond the largest.
    pub fn as_f64(self) -> Option<f64> {
        let text = std::str::from_utf8(self.number()?).ok()?;
        text.parse().ok().filter(|number: &f64| number.is_finite())
    }

    fn number(self) -> Option<&'a [u8]> {
        (self.shape() == Shape::Number).then(|| self.raw()).flatten()
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        let is_true = self.document.bytes().get(self.node.place.start as usize) == Some(&b't');
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
        let made = &self.document.made;
        let start = self.node.place.start;
        let made = match made.get(&start) {
            Some(known) => known,
            None => made.insert(start, Box::new(Made::Json(self.as_sent()?))),
        };
        let Made::Json(text) = made else { return None };
        Text::terminated(text, 0, text.len().checked_sub(1)?)
    }

    /// Its text with the quotes in place of which the copy has NULs, and a NUL behind it.
    fn as_sent(self) -> Option<Wiped> {
        let mut sent = with_quotes(self.raw()?, 1);
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
