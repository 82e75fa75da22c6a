//! Looking into JSON text without changing it: the values stay as they were sent, numbers included.
//!
//! serde_json finds where a value begins and ends; strings are unescaped here, into memory that is wiped.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

/// How deep arrays and objects may be nested in an answer.
pub(crate) const MAX_DEPTH: usize = 128;

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
    serde_json::from_str::<&RawValue>(text).ok().map(RawValue::get)
}

/// Whether there is a NUL, which serde_json passes over in a value that is ignored, but which JSON does not allow. C would
/// take it for the end of a text.
pub(crate) fn has_nul(text: &str) -> bool {
    memchr::memchr(0, text.as_bytes()).is_some()
}

/// Whether `text`, which is valid JSON, nests no deeper than [`MAX_DEPTH`].
pub(crate) fn depth_is_bounded(text: &str) -> bool {
    // Most answers have too few brackets altogether.
    let openings = memchr::memchr2_iter(b'{', b'[', text.as_bytes());
    openings.take(MAX_DEPTH + 1).count() <= MAX_DEPTH || nesting_is_bounded(text.as_bytes())
}

/// What a byte means to the nesting of valid JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Open,
    Close,
    Quote,
    Escape,
}

/// A look into a table takes less than the comparisons that it stands for.
const MARKS: [Mark; 256] = {
    let mut marks = [Mark::None; 256];
    marks[b'{' as usize] = Mark::Open;
    marks[b'[' as usize] = Mark::Open;
    marks[b'}' as usize] = Mark::Close;
    marks[b']' as usize] = Mark::Close;
    marks[b'"' as usize] = Mark::Quote;
    marks[b'\\' as usize] = Mark::Escape;
    marks
};

// Not inlined: within a larger function its loop takes a sixth more instructions.
#[inline(never)]
fn nesting_is_bounded(text: &[u8]) -> bool {
    let mut depth = 0usize;
    let mut bytes = text.iter();
    while let Some(&byte) = bytes.next() {
        match MARKS[usize::from(byte)] {
            Mark::None | Mark::Escape => {}
            Mark::Open if depth == MAX_DEPTH => return false,
            Mark::Open => depth += 1,
            Mark::Close => depth -= 1,
            Mark::Quote => skip_string(&mut bytes),
        }
    }
    true
}

/// Goes on behind the string whose first quote was the last byte.
fn skip_string(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(&byte) = bytes.next() {
        match MARKS[usize::from(byte)] {
            Mark::Quote => return,
            Mark::Escape => {
                bytes.next();
            }
            _ => {}
        }
    }
}

/// The values of the members called `names` in `object`; of duplicate keys the last. `None` if it is not an object, or
/// more than one.
pub(crate) fn members<'a, const N: usize>(object: &'a str, names: &[&str; N]) -> Option<[Option<&'a str>; N]> {
    let mut deserializer = serde_json::Deserializer::from_str(object);
    let found = (&mut deserializer).deserialize_map(Members { names }).ok()?;
    deserializer.end().ok().map(|()| found)
}

/// The value of the member called `name`.
pub(crate) fn member<'a>(object: &'a str, name: &str) -> Option<&'a str> {
    members(object, &[name]).and_then(|[value]| value)
}

/// Whether `object` is an object with no member but these.
pub(crate) fn has_only(object: &str, names: &[&str]) -> bool {
    let mut deserializer = serde_json::Deserializer::from_str(object);
    deserializer.deserialize_map(Only(names)).unwrap_or(false)
}

/// Whether `object` has no member.
pub(crate) fn is_empty_object(object: &str) -> bool {
    object
        .strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with('}'))
}

/// The items of `array`, empty if it is not an array.
pub(crate) fn items(array: &str) -> Vec<&str> {
    serde_json::from_str::<Vec<&RawValue>>(array)
        .map(|items| items.into_iter().map(RawValue::get).collect())
        .unwrap_or_default()
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

/// `inner`, the inside of a string, with its escapes resolved.
fn unescaped(inner: &str) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(inner.len()));
    unescape_onto(&mut text, inner).map(|()| text)
}

/// Appends `inner`, the inside of a string, with its escapes resolved, which never takes more room. `None` for a lone
/// surrogate.
pub(crate) fn unescape_onto(text: &mut String, inner: &str) -> Option<()> {
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let (c, after) = unescape(&rest[at + 1..])?;
        text.push(c);
        rest = after;
    }
    text.push_str(rest);
    Some(())
}

/// The character that an escape (without its backslash) stands for, and what follows it.
fn unescape(escape: &str) -> Option<(char, &str)> {
    let rest = escape.get(1..)?;
    let c = match escape.as_bytes()[0] {
        b'u' => return unescape_unicode(rest),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        plain @ (b'"' | b'\\' | b'/') => char::from(plain),
        _ => return None,
    };
    Some((c, rest))
}

/// `\uXXXX`, or two of them that make up a surrogate pair.
fn unescape_unicode(digits: &str) -> Option<(char, &str)> {
    let (first, rest) = hex4(digits)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, rest));
    }
    let (second, rest) = hex4(rest.strip_prefix("\\u")?)?;
    let pair = [u16::try_from(first).ok()?, u16::try_from(second).ok()?];
    let c = char::decode_utf16(pair).next()?.ok()?;
    Some((c, rest))
}

fn hex4(text: &str) -> Option<(u32, &str)> {
    let digits = text.get(..4)?;
    let all_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
    let value = all_hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
    Some((value, &text[4..]))
}

/// `raw` as an integer: no fraction, no exponent, within 64 bits.
pub(crate) fn integer(raw: &str) -> Option<i64> {
    (shape(raw) == Shape::Number).then(|| raw.parse().ok()).flatten()
}

/// Collects the named members of an object.
struct Members<'n, const N: usize> {
    names: &'n [&'n str; N],
}

impl<'de, const N: usize> Visitor<'de> for Members<'_, N> {
    type Value = [Option<&'de str>; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = [None; N];
        while let Some(which) = map.next_key_seed(KeyIn(self.names))? {
            match which {
                Some(i) => found[i] = Some(map.next_value::<&'de RawValue>()?.get()),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(found)
    }
}

/// Looks for a member beside those that are known.
struct Only<'n>(&'n [&'n str]);

impl<'de> Visitor<'de> for Only<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut has_only = true;
        while let Some(which) = map.next_key_seed(KeyIn(self.0))? {
            has_only &= which.is_some();
            map.next_value::<IgnoredAny>()?;
        }
        Ok(has_only)
    }
}

/// Tells which of the names a key is. Read as bytes, since a key that nobody asks for may hold what UTF-8 cannot.
struct KeyIn<'n>(&'n [&'n str]);

impl<'de> DeserializeSeed<'de> for KeyIn<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_bytes(self)
    }
}

impl Visitor<'_> for KeyIn<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_bytes<E: serde::de::Error>(self, key: &[u8]) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|name| name.as_bytes() == key))
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Self::Value, E> {
        self.visit_bytes(key.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_duplicate_keys_wins_whatever_other_keys_hold() {
        let doc = r#"{"a":1,"\ud800":0,"b":{"c":1},"a":{"x":2},"\u0061":3}"#;
        assert_eq!(member(doc, "a"), Some("3"));
        assert_eq!(member(member(doc, "b").unwrap(), "c"), Some("1"));
    }

    #[test]
    fn strings_are_unescaped_or_refused() {
        for (raw, expected) in [
            (r#""plain""#, Some("plain")),
            (r#""""#, Some("")),
            (
                r#""a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd8A!""#,
                Some("a\"\\/\u{8}\u{c}\n\r\té🦊\u{21}"),
            ),
            (r#""\u0000""#, None),
            (r#""\ud800""#, None),
            (r#""\udc00\ud800""#, None),
            (r#""\ud800x""#, None),
            ("1", None),
            ("null", None),
        ] {
            assert_eq!(string(raw).as_deref(), expected, "{raw}");
        }
    }

    #[test]
    fn depth_counts_brackets_outside_of_strings() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(depth_is_bounded(&nested(MAX_DEPTH)));
        assert!(!depth_is_bounded(&nested(MAX_DEPTH + 1)));
        assert!(depth_is_bounded(&format!(r#"["\"{}"]"#, "[".repeat(500))));
    }

    #[test]
    fn integers_have_no_fraction_or_exponent() {
        assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
        assert_eq!(integer("-9223372036854775808"), Some(i64::MIN));
        for raw in ["9223372036854775808", "1.0", "1e3", "\"1\"", "null", "true"] {
            assert_eq!(integer(raw), None, "{raw}");
        }
    }
}
