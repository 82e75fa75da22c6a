//! Looking into JSON text without changing it: the values stay as they were sent, numbers included.
//!
//! Strings are unescaped into memory that is wiped, which no parser that makes values of its own could promise.

mod names;
mod places;
pub(crate) mod scan;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Deref;

use zeroize::Zeroizing;

pub(crate) use self::names::Names;
pub(crate) use self::places::{Place, Places, places};
pub(crate) use self::scan::MAX_DEPTH;
use self::scan::{Found, scan};
use crate::sys::plain;

/// What a JSON value is, told by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Object,
    Array,
    String,
    Number,
    Bool,
    Null,
}

/// The shape of `raw`, a value without white space around it.
pub(crate) fn shape(raw: &str) -> Shape {
    shape_of(raw.as_bytes().first().copied())
}

/// The shape of a value that begins with `first`.
pub(crate) fn shape_of(first: Option<u8>) -> Shape {
    match first {
        Some(b'{') => Shape::Object,
        Some(b'[') => Shape::Array,
        Some(b'"') => Shape::String,
        Some(b't' | b'f') => Shape::Bool,
        Some(b'n') => Shape::Null,
        _ => Shape::Number,
    }
}

/// `text` without the white space that JSON allows around a value.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r'])
}

/// The one JSON value that `text` consists of, without the white space around it.
pub(crate) fn document(text: &str) -> Option<&str> {
    walk(text, &mut |_| ()).map(|_| trim(text))
}

/// How deep arrays and objects are nested in `text`; `None` if it is not one JSON value.
#[cfg(any(test, fuzzing))]
pub(crate) fn depth(text: &str) -> Option<usize> {
    walk(text, &mut |_| ())
}

/// The values of the members called `names` in `object`; of duplicate keys the last. `None` if it is not an object, or
/// more than one.
pub(crate) fn members<'a, const N: usize>(object: &'a str, names: &[&str; N]) -> Option<[Option<&'a str>; N]> {
    let mut values = [None; N];
    find_members(object, names, &mut values).then_some(values)
}

/// Not inlined: there is one for any number of names.
#[inline(never)]
fn find_members<'a>(object: &'a str, names: &[&str], values: &mut [Option<&'a str>]) -> bool {
    let depth = walk(object, &mut |child: Child<'a>| {
        let known = child.key.and_then(|key| key.position_in(names));
        if let Some(i) = known {
            values[i] = Some(child.value);
        }
    });
    depth.is_some() && is_shaped(object, Shape::Object)
}

/// The value of the member called `name`.
pub(crate) fn member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    members(object, &[name]).and_then(|[value]| value)
}

/// Whether `object` is an object with no member but these.
pub(crate) fn has_only(object: &str, names: &[&str]) -> bool {
    let mut has_only = true;
    let depth = walk(object, &mut |child| {
        has_only &= child.key.is_some_and(|key| key.position_in(names).is_some());
    });
    depth.is_some() && has_only && is_shaped(object, Shape::Object)
}

/// The items of `array`, empty if it is not an array.
pub(crate) fn items(array: &str) -> Vec<&str> {
    let mut items = Vec::new();
    match walk(array, &mut |child| items.push(child.value)) {
        Some(_) if is_shaped(array, Shape::Array) => items,
        _ => Vec::new(),
    }
}

/// Whether the value in `text`, with white space around it, is one of this shape.
fn is_shaped(text: &str, expected: Shape) -> bool {
    shape(trim(text)) == expected
}

/// Calls `visit` with each item or member of the array or object that `text` consists of. Tells how deep `text` is nested;
/// `None` if it is not one JSON value.
fn walk<'a>(text: &'a str, visit: &mut dyn FnMut(Child<'a>)) -> Option<usize> {
    let mut children = Children {
        text,
        visit,
        depth: 0,
        key: None,
        start: 0,
    };
    scan(&mut children)
}

/// An item of an array, or a member of an object.
struct Child<'a> {
    key: Option<Key<'a>>,
    value: &'a str,
}

/// The inside of the key of a member, as sent.
#[derive(Clone, Copy)]
struct Key<'a> {
    inner: &'a str,
    has_escapes: bool,
}

impl Key<'_> {
    /// Which of `names` it is.
    fn position_in(self, names: &[&str]) -> Option<usize> {
        if self.has_escapes {
            let text = unescaped(self.inner)?;
            return names.iter().position(|&name| *name == **text);
        }
        names.iter().position(|&name| name == self.inner)
    }
}

/// Finds the children of the outermost array or object.
struct Children<'a, 'v> {
    text: &'a str,
    visit: &'v mut dyn FnMut(Child<'a>),
    depth: usize,
    /// The key and the beginning of the child that is being read.
    key: Option<Key<'a>>,
    start: usize,
}

impl Children<'_, '_> {
    fn child(&mut self, start: usize, end: usize) {
        let (key, value) = (self.key.take(), &self.text[start..end]);
        (self.visit)(Child { key, value });
    }
}

impl Found for Children<'_, '_> {
    // Who looks at the depth says what is too deep.
    const DEEPEST: usize = usize::MAX;
    const IS_UTF8: bool = true;
    const CALLS_FOR_KEYS: bool = true;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text.as_bytes()
    }

    #[inline]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        if self.depth == 1 {
            let inner = &self.text[start + 1..end - 1];
            self.key = Some(Key { inner, has_escapes });
        }
    }

    #[inline]
    fn string(&mut self, start: usize, end: usize, _: bool) {
        self.scalar(start, end);
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) {
        if self.depth == 1 {
            self.child(start, end);
        }
    }

    #[inline]
    fn open(&mut self, start: usize) {
        if self.depth == 1 {
            self.start = start;
        }
        self.depth += 1;
    }

    #[inline]
    fn close(&mut self, end: usize, _: bool) {
        self.depth -= 1;
        if self.depth == 1 {
            self.child(self.start, end);
        }
    }
}

/// `~1` is `/`, `~0` is `~`; any other `~` makes the pointer invalid.
pub(crate) fn unescape_pointer_token(token: &str) -> Option<Cow<'_, str>> {
    if !token.contains('~') {
        return Some(Cow::Borrowed(token));
    }
    let mut plain = String::with_capacity(token.len());
    let mut rest = token.chars();
    while let Some(c) = rest.next() {
        plain.push(match c {
            '~' => match rest.next()? {
                '0' => '~',
                '1' => '/',
                _ => return None,
            },
            other => other,
        });
    }
    Some(Cow::Owned(plain))
}

/// RFC 6901 allows digits without leading zeros, nothing else.
pub(crate) fn array_index(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with('0');
    (canonical && token.bytes().all(|b| b.is_ascii_digit()))
        .then(|| token.parse().ok())
        .flatten()
}

/// The text of `raw`, a JSON string; `None` if it is no string, or holds U+0000 or a lone surrogate, which neither a C
/// string nor UTF-8 can carry.
pub(crate) fn string(raw: &str) -> Option<Unescaped<'_>> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    match memchr::memchr(b'\\', inner.as_bytes()) {
        // JSON has U+0000 as an escape only.
        None => Some(Unescaped::Plain(inner)),
        Some(_) => unescaped(inner)
            .filter(|text| !text.contains('\0'))
            .map(Unescaped::Copied),
    }
}

/// The text of a JSON string: most have no escapes and can stay where they are.
pub(crate) enum Unescaped<'a> {
    Plain(&'a str),
    Copied(Zeroizing<String>),
}

impl Deref for Unescaped<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Unescaped::Plain(text) => text,
            Unescaped::Copied(text) => text,
        }
    }
}

/// `inner`, the inside of a string, with its escapes resolved. `None` for a lone surrogate.
pub(crate) fn unescaped(inner: &str) -> Option<Zeroizing<String>> {
    // No longer than this, so that no part of it is left behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(inner.len()));
    unescape_onto(&mut bytes, inner.as_bytes())?;
    String::from_utf8(std::mem::take(&mut *bytes)).ok().map(Zeroizing::new)
}

/// Appends the inside of a string, of which `text` is UTF-8 up to its last quote or less, with its escapes resolved: onto a buffer
/// that has as much room. `None` for a lone surrogate.
pub(crate) fn unescape_onto(buffer: &mut Vec<u8>, text: &[u8]) -> Option<()> {
    let mut rest = text;
    loop {
        let (piece, behind) = rest.split_at(plain::<false>(rest));
        buffer.extend_from_slice(piece);
        rest = match behind {
            [] | [b'"', ..] => return Some(()),
            [b'\\', plain @ (b'"' | b'\\' | b'/'), rest @ ..] => {
                buffer.push(*plain);
                rest
            }
            [b'\\', b'n', rest @ ..] => {
                buffer.push(b'\n');
                rest
            }
            [b'\\', ..] => {
                let (c, length) = unescape(behind)?;
                buffer.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                behind.get(length..)?
            }
            _ => return None,
        };
    }
}

/// The same for a text that C can carry: `None` also if it holds U+0000.
pub(crate) fn unescape_for_c(buffer: &mut Vec<u8>, text: &[u8]) -> Option<()> {
    let start = buffer.len();
    unescape_onto(buffer, text)?;
    memchr::memchr(0, &buffer[start..]).is_none().then_some(())
}

/// The character that the escape stands for with which `text` begins, and how long the escape is.
fn unescape(text: &[u8]) -> Option<(char, usize)> {
    let c = match *text.get(1)? {
        b'u' => return unescape_unicode(text),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        plain @ (b'"' | b'\\' | b'/') => char::from(plain),
        _ => return None,
    };
    Some((c, 2))
}

/// `\uXXXX`, or two of them that make up a surrogate pair.
fn unescape_unicode(text: &[u8]) -> Option<(char, usize)> {
    let first = hex4(text.get(2..6)?)?;
    if let Some(c) = char::from_u32(first.into()) {
        return Some((c, 6));
    }
    let second = hex4(text.get(6..12)?.strip_prefix(b"\\u")?)?;
    let c = char::decode_utf16([first, second]).next()?.ok()?;
    Some((c, 12))
}

fn hex4(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |value, &digit| {
        let digit = char::from(digit).to_digit(16)?;
        Some(value << 4 | digit as u16)
    })
}

/// `raw` as an integer: no fraction, no exponent, within 64 bits.
pub(crate) fn integer(raw: &str) -> Option<i64> {
    (shape(raw) == Shape::Number)
        .then(|| integer_in(raw.as_bytes()))
        .flatten()
}

/// The same for what is known to be a number.
pub(crate) fn integer_in(number: &[u8]) -> Option<i64> {
    let (is_negative, digits) = match number {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    digits.first()?;
    // Counted downwards, where there is one integer more.
    let below = digits.iter().try_fold(0i64, |value, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit <= 9).then(|| value.checked_mul(10)?.checked_sub(digit.into()))?
    })?;
    if is_negative { Some(below) } else { below.checked_neg() }
}
