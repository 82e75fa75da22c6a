//! The keys of a document's objects. Objects with the same keys in the same order, as the records of a page mostly are, have them
//! once: to see that the next one has them too takes less than to read them, and no memory.

use crate::sys::alike;

/// What the length of a key or string has in addition until its escapes are resolved. No text is as long.
pub(super) const HAS_ESCAPES: u32 = 1 << 31;

/// How long a key is at most that is compared with the expected one. Longer ones are read.
const LONGEST: usize = 16;

/// A key: where its text lies, counted as that of a string.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) start: u32,
    pub(super) length: u32,
}

/// The keys of an object, in its order: a part of those of all.
#[derive(Clone, Copy, Default)]
struct Shape {
    first: u32,
    count: u32,
}

/// The keys of all objects of a document.
#[derive(Default)]
pub(super) struct Shapes {
    keys: Vec<Key>,
    shapes: Vec<Shape>,
}

impl Shapes {
    /// The keys of an object that has this shape.
    #[inline]
    pub(super) fn keys(&self, shape: u32) -> &[Key] {
        let keys = self.shapes.get(shape as usize);
        keys.and_then(|&Shape { first, count }| self.keys.get(first as usize..(first + count) as usize))
            .unwrap_or_default()
    }

    /// The key of one member of an object that has this shape.
    #[inline]
    pub(super) fn key(&self, shape: u32, member: u32) -> Option<Key> {
        let shape = self.shapes.get(shape as usize).filter(|shape| member < shape.count)?;
        self.keys.get((shape.first + member) as usize).copied()
    }

    /// How many members an object has that has this shape.
    pub(super) fn count(&self, shape: u32) -> u32 {
        self.shapes.get(shape as usize).map_or(0, |shape| shape.count)
    }

    /// The keys whose escapes are not resolved yet: where the text between their quotes is, and how long it is.
    pub(super) fn escaped(&mut self) -> impl Iterator<Item = (&mut u32, &mut u32)> {
        let escaped = self.keys.iter_mut().filter(|key| key.length & HAS_ESCAPES != 0);
        escaped.map(|key| (&mut key.start, &mut key.length))
    }
}

/// The shapes that a pass over a text has seen so far.
pub(super) struct Seen {
    shapes: Shapes,
    /// The keys of open objects that are none of a shape's.
    pending: Vec<Key>,
    /// The shape of the last object at each depth, which the next one probably has too.
    usual: Vec<u32>,
    /// The object whose members are being read.
    object: Object,
}

/// An open object: the keys of its shape that are expected next, as long as all were.
#[derive(Clone, Copy)]
pub(super) struct Object {
    shape: u32,
    next: u32,
    end: u32,
    /// Where its own keys begin among the pending ones, if it has other keys.
    own: Option<u32>,
}

impl Seen {
    pub(super) fn new() -> Seen {
        Seen {
            // The first has no keys.
            shapes: Shapes {
                keys: Vec::new(),
                shapes: vec![Shape::default()],
            },
            pending: Vec::new(),
            usual: Vec::new(),
            object: Object::of(0, Shape::default()),
        }
    }

    /// An object or array begins at this depth. Gives what it is in, for [`Seen::go_on_with`].
    #[inline]
    pub(super) fn open(&mut self, depth: usize) -> Object {
        if depth == self.usual.len() {
            self.usual.push(0);
        }
        let shape = self.usual[depth];
        std::mem::replace(&mut self.object, Object::of(shape, self.shapes.shapes[shape as usize]))
    }

    /// The object that was opened last ends. Tells its shape.
    #[inline]
    pub(super) fn close_object(&mut self, depth: usize) -> u32 {
        if self.object.own.is_none() && self.object.next == self.object.end {
            return self.object.shape;
        }
        let shape = self.other_shape();
        self.usual[depth] = shape;
        shape
    }

    /// Goes on with what the object or array is in that was opened last.
    #[inline]
    pub(super) fn go_on_with(&mut self, outer: Object) {
        self.object = outer;
    }

    /// The shape of an object that has not the one that was expected.
    #[inline(never)]
    fn other_shape(&mut self) -> u32 {
        let expected = self.shapes.shapes[self.object.shape as usize];
        let (mut first, mut count) = (expected.first, self.object.next - expected.first);
        if let Some(own) = self.object.own {
            first = self.shapes.keys.len() as u32;
            self.shapes.keys.extend_from_slice(&self.pending[own as usize..]);
            self.pending.truncate(own as usize);
            count = self.shapes.keys.len() as u32 - first;
        }
        if count == 0 {
            return 0;
        }
        self.shapes.shapes.push(Shape { first, count });
        self.shapes.shapes.len() as u32 - 1
    }

    /// Where the value begins of a member whose key has its first quote at `quote`, if the key is the expected one.
    #[inline(always)]
    pub(super) fn expected(&mut self, text: &[u8], quote: usize) -> Option<usize> {
        let next = self.object.next;
        if next == self.object.end {
            return None;
        }
        let key = *self.shapes.keys.get(next as usize)?;
        let length = key.length as usize;
        let here: &[u8; LONGEST + 4] = text.get(quote..)?.first_chunk()?;
        let there: &[u8; LONGEST] = text.get(key.start as usize..)?.first_chunk()?;
        let [b'"', behind @ ..] = here else { return None };
        if length > LONGEST {
            return None;
        }
        let [b'"', b':', value] = &behind[length..length + 3] else {
            return None;
        };
        if *value <= b' ' || alike(behind.first_chunk()?, there) < length {
            return None;
        }
        self.object.next = next + 1;
        Some(quote + length + 3)
    }

    /// A key that was read: what is between its quotes.
    #[inline(never)]
    pub(super) fn push(&mut self, text: &[u8], start: usize, end: usize, has_escapes: bool) {
        if self.object.next != self.object.end {
            let expected = self.shapes.keys.get(self.object.next as usize);
            let is_expected = expected.is_some_and(|expected| {
                let from = expected.start as usize;
                expected.length as usize == end - start && text.get(from..from + end - start) == text.get(start..end)
            });
            if is_expected {
                self.object.next += 1;
                return;
            }
        }
        if self.object.own.is_none() {
            self.object.own = Some(self.pending.len() as u32);
            let first = self.shapes.shapes[self.object.shape as usize].first as usize;
            self.pending
                .extend_from_slice(&self.shapes.keys[first..self.object.next as usize]);
            self.object.end = self.object.next;
        }
        let flag = if has_escapes { HAS_ESCAPES } else { 0 };
        self.pending.push(Key {
            start: start as u32,
            length: (end - start) as u32 | flag,
        });
    }

    pub(super) fn into_shapes(self) -> Shapes {
        self.shapes
    }
}

impl Object {
    #[inline]
    fn of(number: u32, shape: Shape) -> Object {
        Object {
            shape: number,
            next: shape.first,
            end: shape.first + shape.count,
            own: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::value::{Document, Value};

    /// How many shapes and keys the document has whose text this is, and what is read of it again.
    fn shared(text: &str) -> (usize, usize) {
        let document = Document::read(text.as_bytes()).unwrap();
        let expected: serde_json::Value = serde_json::from_str(text).unwrap();
        check(document.root(), &expected);
        assert_eq!(document.root().json(), text.trim());
        // The first has no keys.
        (document.shapes.shapes.len() - 1, document.shapes.keys.len())
    }

    fn check(value: Value<'_>, expected: &serde_json::Value) {
        match expected {
            serde_json::Value::Object(members) => {
                for (key, expected) in members {
                    // Twice: the second time it is known where the key is.
                    check(value.get(key).unwrap(), expected);
                    check(value.get(key).unwrap(), expected);
                    assert_eq!(value.get(&format!("{key}x")).map(Value::json), None);
                }
                for i in 0..value.count() {
                    let key = value.key_at(i).unwrap();
                    let last = (0..value.count()).rfind(|&i| value.key_at(i) == Some(key)).unwrap();
                    assert_eq!(value.get(key).unwrap().json(), value.at(last).unwrap().json());
                }
            }
            serde_json::Value::Array(items) => {
                assert_eq!(value.count(), items.len());
                value.items().zip(items).for_each(|(value, item)| check(value, item));
            }
            other => assert_eq!(serde_json::from_str::<serde_json::Value>(value.json()).unwrap(), *other),
        }
    }

    #[test]
    fn objects_with_the_same_keys_have_them_once() {
        let record = r#"{"id":1,"name":"a b","":null,"nested":{"first":[{"x":1},{"x":2}],"second":{}},"tags":[]}"#;
        assert_eq!(shared(&format!("[{record},{record},{record}]")), (3, 8));
    }

    #[test]
    fn white_space_does_not_matter() {
        let compact = r#"{"id":1,"name":"a"}"#;
        let pretty = "{\n  \"id\": 1,\n  \"name\" : \"a\"\n}";
        assert_eq!(shared(&format!("[{compact},{pretty},{compact},{pretty}]")), (1, 2));
    }

    #[test]
    fn objects_with_other_keys_have_their_own() {
        for (objects, expected) in [
            // Fewer, from the first on.
            (r#"[{"a":1,"b":2,"c":3},{"a":4,"b":5},{"a":6},{}]"#, (3, 3)),
            // More.
            (r#"[{"a":1},{"a":2,"b":3},{"a":4,"b":5,"c":6}]"#, (3, 6)),
            (r#"[{"a":1,"b":2},{"b":3,"a":4},{"b":5,"a":6}]"#, (2, 4)),
            (r#"[{"a":1,"b":2},{"a":3,"c":4},{"a":5,"bc":6}]"#, (3, 6)),
            (r#"[{"a":1},{"b":2},{"a":3},{"b":4}]"#, (4, 4)),
            // Of what is in them, the one before at the same depth counts.
            (r#"[{"a":{"x":1}},{"a":{"x":2}},{"b":{"x":3}}]"#, (3, 3)),
            (r#"{"a":{"x":1,"y":[{"z":1}]},"b":{"x":2,"y":[{"z":2}]}}"#, (3, 5)),
        ] {
            assert_eq!(shared(objects), expected, "{objects}");
        }
    }

    #[test]
    fn keys_with_escapes_are_compared_as_sent() {
        let escaped = r#"{"a\n":1,"\u0062":2,"c":3}"#;
        let (_, keys) = shared(&format!("[{escaped},{escaped}]"));
        assert_eq!(keys, 6);
        shared(r#"[{"a":1,"b":2},{"\u0061":3,"b":4},{"a":5,"\u0062":6},{"a":7,"b":8}]"#);
    }

    #[test]
    fn keys_of_all_lengths_are_compared() {
        for length in 0..40 {
            let (key, other) = ("k".repeat(length), "k".repeat(length) + "x");
            let objects = format!(r#"[{{"a":0,"{key}":1,"z":2}},{{"a":3,"{key}":4,"z":5}}]"#);
            assert_eq!(shared(&objects), (1, 3), "{objects}");
            let objects = format!(r#"[{{"a":0,"{key}":1,"z":2}},{{"a":3,"{other}":4,"z":5}}]"#);
            assert_eq!(shared(&objects), (2, 6), "{objects}");
            for end in ["", " ", "                                "] {
                assert_eq!(shared(&format!(r#"[{{"{key}":1}},{{"{key}":2}}]{end}"#)), (1, 1));
            }
        }
    }

    #[test]
    fn the_last_of_duplicate_keys_counts_in_each_object() {
        assert_eq!(
            shared(r#"[{"a":1,"b":2,"a":3},{"a":4,"b":5,"a":6},{"a":7,"b":8},{"b":9,"b":10}]"#),
            (3, 5)
        );
    }

    #[test]
    fn large_objects_share_their_keys_too() {
        let object = |first: usize| {
            let members: Vec<String> = (0..100).map(|i| format!(r#""key {}":{}"#, i % 90, first + i)).collect();
            format!("{{{}}}", members.join(","))
        };
        assert_eq!(
            shared(&format!("[{},{},{}]", object(0), object(1000), object(2000))),
            (1, 100)
        );
    }
}
