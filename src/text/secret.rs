//! The texts of one answer, in one buffer that is wiped when it is dropped.

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::{Deref, DerefMut, Range};

use crate::sys;

/// Bytes that are wiped when they are dropped, as a whole and at once: going over them one by one, as a general means has
/// to, costs more than reading an answer does.
#[derive(Default)]
pub(crate) struct Wiped(Vec<u8>);

impl Wiped {
    /// `size` bytes of zeros.
    pub(crate) fn zeroed(size: usize) -> Wiped {
        Wiped(vec![0; size])
    }

    /// A copy of bytes that belong to somebody else.
    pub(crate) fn copy_of(bytes: &[u8]) -> Wiped {
        Wiped(bytes.to_vec())
    }

    /// Puts a NUL behind the rest, in room that was set aside if there is any.
    pub(crate) fn push_nul(&mut self) {
        if self.0.len() == self.0.capacity() {
            // Growing in place would leave a copy behind.
            let mut larger = Wiped(Vec::with_capacity(self.0.len() + 1));
            larger.0.extend_from_slice(&self.0);
            *self = larger;
        }
        self.0.push(0);
    }

    /// Leaves only the first `size` bytes.
    pub(crate) fn truncate(&mut self, size: usize) {
        self.0.truncate(size);
    }
}

impl From<Vec<u8>> for Wiped {
    fn from(bytes: Vec<u8>) -> Wiped {
        Wiped(bytes)
    }
}

impl Deref for Wiped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl DerefMut for Wiped {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        sys::wipe_all(&mut self.0);
    }
}

/// Where a text lies in its [`SecretText`].
#[derive(Clone, Copy)]
pub(crate) struct Span {
    start: usize,
    /// One more than where its last byte is: where its NUL is. Never 0, so that an absent span takes no room of its own.
    past_nul: NonZeroUsize,
}

/// Where a part of a text lies in its [`SecretText`]: not followed by NUL.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    start: usize,
    /// Never 0: no part is empty.
    end: NonZeroUsize,
}

/// A text that is followed by a NUL byte in its buffer, so that C can read it in place.
///
/// Only this module makes one: the NUL is what `src/ffi` relies on.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a>(Utf8<'a>);

/// UTF-8, which is checked again only for who needs a `str`: C does not.
#[derive(Clone, Copy)]
enum Utf8<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Text<'a> {
    /// A text of the program itself, written with its NUL.
    pub(crate) const fn from_static(with_nul: &'static std::ffi::CStr) -> Text<'static> {
        match with_nul.to_str() {
            Ok(text) => Text(Utf8::Str(text)),
            Err(_) => Text(Utf8::Str("")),
        }
    }

    /// The text of `length` bytes of UTF-8 at `start` in `bytes`, if a NUL follows it.
    pub(crate) fn terminated(bytes: &'a [u8], start: usize, length: usize) -> Option<Text<'a>> {
        let end = start.checked_add(length)?;
        (bytes.get(end) == Some(&0))
            .then(|| bytes.get(start..end))
            .flatten()
            .map(|text| Text(Utf8::Bytes(text)))
    }

    pub(crate) fn as_str(self) -> &'a str {
        match self.0 {
            Utf8::Str(text) => text,
            Utf8::Bytes(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
        }
    }

    pub(crate) fn as_bytes(self) -> &'a [u8] {
        match self.0 {
            Utf8::Str(text) => text.as_bytes(),
            Utf8::Bytes(bytes) => bytes,
        }
    }
}

/// Several texts in one buffer, each NUL-terminated. Wiped on drop, never printed.
pub(crate) struct SecretText(String);

impl SecretText {
    /// Copies `texts` into one buffer, allocated once: a buffer that grew would leave copies behind.
    pub(crate) fn join<const N: usize>(texts: [Option<&str>; N]) -> (SecretText, [Option<Span>; N]) {
        let size = texts.iter().flatten().map(|text| text.len() + 1).sum();
        let mut joined = SecretText(String::with_capacity(size));
        let spans = texts.map(|text| {
            let start = joined.0.len();
            joined.0.push_str(text?);
            joined.0.push('\0');
            let past_nul = NonZeroUsize::new(joined.0.len())?;
            Some(Span { start, past_nul })
        });
        (joined, spans)
    }

    /// The same for any number of texts.
    pub(crate) fn join_all<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> (SecretText, Vec<Span>) {
        let size = texts.clone().map(|text| text.len() + 1).sum();
        let mut joined = SecretText(String::with_capacity(size));
        let spans = texts.filter_map(|text| {
            let start = joined.0.len();
            joined.0.push_str(text);
            joined.0.push('\0');
            let past_nul = NonZeroUsize::new(joined.0.len())?;
            Some(Span { start, past_nul })
        });
        let spans = spans.collect();
        (joined, spans)
    }

    /// An empty buffer with room for `size` bytes.
    pub(crate) fn with_capacity(size: usize) -> SecretText {
        SecretText(String::with_capacity(size))
    }

    /// Takes over the bytes of an answer; `None` if they are no UTF-8.
    pub(crate) fn from_utf8(mut bytes: Wiped) -> Option<SecretText> {
        match String::from_utf8(std::mem::take(&mut bytes.0)) {
            Ok(text) => Some(SecretText(text)),
            Err(error) => {
                drop(Wiped(error.into_bytes()));
                None
            }
        }
    }

    /// Appends what `write` appends, and a NUL, in room that was set aside; tells where it begins and how long it is.
    /// `None`, and nothing appended, if `write` gives up.
    pub(crate) fn push_with(&mut self, write: impl FnOnce(&mut String) -> Option<()>) -> Option<(usize, usize)> {
        let (start, room) = (self.0.len(), self.0.capacity());
        if write(&mut self.0).is_none() {
            self.0.truncate(start);
            return None;
        }
        let length = self.0.len() - start;
        self.0.push('\0');
        debug_assert_eq!(room, self.0.capacity(), "growing leaves a copy behind");
        Some((start, length))
    }

    /// All of it, as it was taken over.
    pub(crate) fn whole(&self) -> &str {
        &self.0
    }

    /// Ends after `kept`, a range of what was taken over, and goes on with `more`, in the same buffer if there is room.
    /// Tells where `kept` is as a text, and by how much the spans of `more` have moved.
    pub(crate) fn append(mut self, kept: Range<usize>, more: &SecretText) -> (SecretText, Option<Span>, usize) {
        self.0.truncate(kept.end);
        let size = self.0.len() + 1 + more.0.len();
        if self.0.capacity() < size {
            let mut larger = SecretText(String::with_capacity(size));
            larger.0.push_str(&self.0);
            self = larger;
        }
        self.0.push('\0');
        let moved = self.0.len();
        self.0.push_str(&more.0);
        let span = NonZeroUsize::new(moved).map(|past_nul| Span {
            start: kept.start,
            past_nul,
        });
        (self, span, moved)
    }

    /// The text at `span`, which must come from the same `join`.
    pub(crate) fn get(&self, span: Span) -> Text<'_> {
        Text(Utf8::Str(&self.0[span.start..span.past_nul.get() - 1]))
    }

    /// What lies at `part`, which must come from [`Part::of`] with the whole of this.
    pub(crate) fn part(&self, part: Part) -> &str {
        &self.0[part.start..part.end.get()]
    }
}

impl Span {
    /// The same text in a buffer in which it lies `by` bytes further on.
    pub(crate) fn moved(self, by: usize) -> Span {
        Span {
            start: self.start + by,
            past_nul: self.past_nul.saturating_add(by),
        }
    }
}

impl Part {
    /// Where `part`, a slice of `whole`, lies in it.
    pub(crate) fn of(part: &str, whole: &str) -> Option<Part> {
        let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
        let end = NonZeroUsize::new(start + part.len())?;
        Some(Part { start, end })
    }
}

impl Drop for SecretText {
    fn drop(&mut self) {
        sys::wipe_all(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_followed_by_nul() {
        let (buffer, spans) = SecretText::join([Some("one"), None, Some(""), Some("drei€")]);
        let texts: Vec<Option<&str>> = spans
            .iter()
            .map(|span| span.map(|span| buffer.get(span).as_str()))
            .collect();
        assert_eq!(texts, [Some("one"), None, Some(""), Some("drei€")]);
        assert_eq!(buffer.0.as_str(), "one\0\0drei€\0");
        assert_eq!(buffer.0.len(), buffer.0.capacity());
    }

    #[test]
    fn an_answer_goes_on_with_texts_in_its_own_buffer_if_there_is_room() {
        for room in [0, 100] {
            let mut bytes = Vec::with_capacity(13 + room);
            bytes.extend_from_slice(b" {\"a\":[1,2]} ");
            let response = SecretText::from_utf8(Wiped(bytes)).unwrap();
            let place = response.whole().as_ptr();
            let part = Part::of(&response.whole()[6..11], response.whole()).unwrap();
            let (more, [text]) = SecretText::join([Some("more")]);
            let (both, document, moved) = response.append(1..12, &more);
            assert_eq!(both.get(document.unwrap()).as_str(), "{\"a\":[1,2]}");
            assert_eq!(both.get(text.unwrap().moved(moved)).as_str(), "more");
            assert_eq!(both.part(part), "[1,2]");
            assert_eq!(both.0.as_str(), " {\"a\":[1,2]}\0more\0");
            assert_eq!(both.whole().as_ptr() == place, room > 0);
        }
        assert!(SecretText::from_utf8(Wiped::copy_of(b"\xff")).is_none());
    }

    #[test]
    fn debug_shows_nothing() {
        let (buffer, _) = SecretText::join([Some("invented-secret")]);
        assert_eq!(format!("{buffer:?}"), "[redacted]");
    }
}
