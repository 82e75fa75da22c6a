//! What a list needs to know of a page, found without an index of all its values.

use zeroize::Zeroizing;

use super::index::BYTE_ORDER_MARK;
use super::{MAX_SIZE, Value, ValueKind};
use crate::text::json;
use crate::text::json::scan::{Found, scan};

/// What a page says of the next.
#[cfg_attr(test, derive(Debug))]
#[derive(PartialEq, Eq)]
pub(crate) enum Member {
    /// Nothing, or null.
    Absent,
    Text(Zeroizing<String>),
    /// Anything but a string that UTF-8 and C can carry.
    Other,
}

/// How many items a page has, and what its member with a certain key says.
#[cfg_attr(test, derive(Debug))]
#[derive(PartialEq, Eq)]
pub(crate) struct Outline {
    /// How many items: of the page itself, or of its first member that is an array.
    pub(crate) items: usize,
    /// The last member with that key.
    pub(crate) member: Member,
}

impl Outline {
    /// Of a text, in one pass that checks all of it. `None` for what [`super::Document::read`] refuses too.
    pub(crate) fn of(bytes: &[u8], key: &str) -> Option<Outline> {
        if bytes.len() > MAX_SIZE {
            return None;
        }
        let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let mut found = Page {
            text,
            key,
            depth: 0,
            is_wanted: false,
            member: None,
            items: Items::Unseen,
            count: 0,
        };
        scan(&mut found)?;
        Some(Outline {
            items: found.count,
            member: match found.member {
                Some((start, end)) if text[start] == b'"' => {
                    text_of(text, start, end).map_or(Member::Other, Member::Text)
                }
                Some((start, _)) if text[start] != b'n' => Member::Other,
                _ => Member::Absent,
            },
        })
    }

    /// Of a value that is indexed.
    pub(crate) fn of_value(page: Value<'_>, key: &str) -> Outline {
        Outline {
            items: items_of(page).map_or(0, Value::count),
            member: match page.get(key) {
                None => Member::Absent,
                Some(value) if value.kind() == ValueKind::Null => Member::Absent,
                Some(value) => value
                    .as_str()
                    .map_or(Member::Other, |text| Member::Text(Zeroizing::new(text.to_owned()))),
            },
        }
    }
}

/// The items of a page: the page itself, or its first member that is an array.
pub(crate) fn items_of(page: Value<'_>) -> Option<Value<'_>> {
    let is_array = |value: &Value<'_>| value.kind() == ValueKind::Array;
    match page.kind() {
        ValueKind::Array => Some(page),
        _ => (0..page.count()).filter_map(|i| page.at(i)).find(is_array),
    }
}

/// The string between these quotes. It may be a secret.
fn text_of(text: &[u8], start: usize, end: usize) -> Option<Zeroizing<String>> {
    let inner = std::str::from_utf8(text.get(start + 1..end - 1)?).ok()?;
    json::unescaped(inner).filter(|text| !text.contains('\0'))
}

/// Where the items are counted.
#[derive(Clone, Copy, PartialEq)]
enum Items {
    Unseen,
    /// In the array that is open at this depth.
    At(usize),
    Counted,
}

struct Page<'a> {
    text: &'a [u8],
    key: &'a str,
    depth: usize,
    /// Whether the value that comes is that of the key.
    is_wanted: bool,
    /// Where the value of the key is: a string or a scalar as a whole, anything else where it begins.
    member: Option<(usize, usize)>,
    items: Items,
    count: usize,
}

impl Page<'_> {
    /// A value is there. What the key had before it does not count any more.
    #[inline]
    fn value(&mut self, start: usize, end: usize) {
        if self.items == Items::At(self.depth) {
            self.count += 1;
        }
        if self.depth == 1 && self.is_wanted {
            self.member = Some((start, end));
        }
    }
}

impl Found for Page<'_> {
    const DEEPEST: usize = json::MAX_DEPTH;
    const IS_UTF8: bool = false;
    const CALLS_FOR_KEYS: bool = true;

    #[inline]
    fn text(&self) -> &[u8] {
        self.text
    }

    #[inline]
    fn key(&mut self, start: usize, end: usize, has_escapes: bool) {
        if self.depth == 1 {
            self.is_wanted = match has_escapes {
                false => self.text[start + 1..end - 1] == *self.key.as_bytes(),
                true => text_of(self.text, start, end).is_some_and(|key| *key == self.key),
            };
        }
    }

    #[inline]
    fn string(&mut self, start: usize, end: usize, _has_escapes: bool) {
        self.value(start, end);
    }

    #[inline]
    fn scalar(&mut self, start: usize, end: usize) {
        self.value(start, end);
    }

    #[inline]
    fn open(&mut self, start: usize) {
        self.value(start, start);
        self.depth += 1;
        let is_of_the_page = self.depth == 1 || self.depth == 2 && self.text.trim_ascii_start().starts_with(b"{");
        if self.items == Items::Unseen && self.text[start] == b'[' && is_of_the_page {
            self.items = Items::At(self.depth);
        }
    }

    #[inline]
    fn close(&mut self, _end: usize, _is_object: bool) {
        if self.items == Items::At(self.depth) {
            self.items = Items::Counted;
        }
        self.depth -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::value::Document;

    #[test]
    fn a_text_and_its_index_have_one_outline() {
        for text in [
            r#"{"records":[{"a":[1,2]},{"next_cursor":"inner"}],"next_cursor":"c"}"#,
            r#" {"next_cursor":"c","connections":[]} "#,
            "\u{feff}[1,[2,3],{\"next_cursor\":\"inner\"}]",
            r#"{"a":{"b":[1,2,3]},"c":[4],"d":[5,6],"next_cursor":null}"#,
            r#"{"next_cursor":"first","next_cursor":"last","a":["x","y",null]}"#,
            r#"{"next_cursor":"first","next_cursor":["no"]}"#,
            r#"{"next_cursor":"first","next_cursor":1}"#,
            r#"{"next\u005fcursor":"\u0063\n","a":[]}"#,
            r#"{"next_cursor":"\u0000"}"#,
            r#"{"next_cursor":"\ud800"}"#,
            r#"{"next_cursor":"é"}"#,
            r#"{"records":{"next_cursor":"inner"}}"#,
            r#""next_cursor""#,
            "1",
            "{}",
            "[]",
            "[[[[1]]]]",
        ] {
            let document = Document::read(text.as_bytes()).unwrap();
            let expected = Outline::of_value(document.root(), "next_cursor");
            assert_eq!(Outline::of(text.as_bytes(), "next_cursor"), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_document_has_no_outline() {
        let too_deep = "[".repeat(json::MAX_DEPTH + 1) + &"]".repeat(json::MAX_DEPTH + 1);
        for bad in [
            "",
            "{",
            "[1,]",
            "1 2",
            "\"\0\"",
            "{\"a\":nul}",
            "[1}",
            too_deep.as_str(),
        ] {
            assert_eq!(Outline::of(bad.as_bytes(), "next_cursor"), None, "{bad}");
        }
        assert_eq!(Outline::of(b"[\"\xff\"]", "next_cursor"), None);
    }
}
