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

    /// How many bytes were set aside.
    pub(crate) fn capacity(&self) -> usize {
        self.0.capacity()
    }

    /// Puts zeros behind the rest, in all the room that was set aside.
    pub(crate) fn fill_up(&mut self) {
        self.0.resize(self.0.capacity(), 0);
    }

    /// Puts zeros in the place of all that was set aside, used or not.
    pub(crate) fn zero(&mut self) {
        self.0.clear();
        self.fill_up();
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

/// Several texts in one buffer, each NUL-terminated. UTF-8, as far as it is read. Wiped on drop, never printed.
#[derive(Default)]
pub(crate) struct SecretText(Vec<u8>);

impl SecretText {
    /// Copies `texts` into one buffer, allocated once: a buffer that grew would leave copies behind.
    pub(crate) fn join<const N: usize>(texts: [Option<&str>; N]) -> (SecretText, [Option<Span>; N]) {
        let size = texts.iter().flatten().map(|text| text.len() + 1).sum();
        let mut joined = SecretText::with_capacity(size);
        let spans = texts.map(|text| joined.push(text?.as_bytes()));
        (joined, spans)
    }

    /// The same for any number of texts.
    pub(crate) fn join_all<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> (SecretText, Vec<Span>) {
        let size = texts.clone().map(|text| text.len() + 1).sum();
        let mut joined = SecretText::with_capacity(size);
        let spans = texts.filter_map(|text| joined.push(text.as_bytes())).collect();
        (joined, spans)
    }

    /// Copies texts with a byte between each two, and a NUL at the end.
    #[cfg(feature = "capi")]
    #[inline(never)]
    pub(crate) fn joined(texts: &[&[u8]], between: u8) -> SecretText {
        let mut joined = SecretText::with_capacity(texts.iter().map(|text| text.len() + 1).sum());
        for text in texts {
            joined.0.extend_from_slice(text);
            joined.0.push(between);
        }
        if let Some(last) = joined.0.last_mut() {
            *last = 0;
        }
        joined
    }

    /// An empty buffer with room for `size` bytes.
    pub(crate) fn with_capacity(size: usize) -> SecretText {
        SecretText(Vec::with_capacity(size))
    }

    /// Takes over the bytes of an answer, of which what is read has to be UTF-8.
    pub(crate) fn of_answer(mut bytes: Wiped) -> SecretText {
        SecretText(std::mem::take(&mut bytes.0))
    }

    /// Appends a text, in room that was set aside.
    fn push(&mut self, text: &[u8]) -> Option<Span> {
        let start = self.0.len();
        self.0.extend_from_slice(text);
        self.0.push(0);
        let past_nul = NonZeroUsize::new(self.0.len())?;
        Some(Span { start, past_nul })
    }

    /// Appends the UTF-8 that `write` appends, and a NUL, in room that was set aside; tells where that begins and how long it is.
    /// `None`, and nothing appended, if `write` gives up.
    pub(crate) fn push_with(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Option<()>) -> Option<(usize, usize)> {
        let (start, room) = (self.0.len(), self.0.capacity());
        if write(&mut self.0).is_none() {
            self.0.truncate(start);
            return None;
        }
        let length = self.0.len() - start;
        self.0.push(0);
        debug_assert_eq!(room, self.0.capacity(), "growing leaves a copy behind");
        Some((start, length))
    }

    /// All of it, as it was taken over.
    pub(crate) fn whole(&self) -> &[u8] {
        &self.0
    }

    /// Ends after `kept`, a range of what was taken over, and goes on with `texts`: ranges of what was kept, or, counted from the
    /// end of what was taken over, of `more`. In the same buffer if there is room. Tells where `kept` and they are as texts.
    pub(crate) fn append<const N: usize>(
        mut self,
        kept: Range<usize>,
        texts: &[Option<(usize, usize)>; N],
        more: &SecretText,
    ) -> (SecretText, Option<Span>, [Option<Span>; N]) {
        let taken_over = self.0.len();
        self.0.truncate(kept.end);
        let appended: usize = texts.iter().flatten().map(|(start, end)| end - start + 1).sum();
        let size = self.0.len() + 1 + appended;
        if self.0.capacity() < size {
            let mut larger = SecretText::with_capacity(size);
            larger.0.extend_from_slice(&self.0);
            self = larger;
        }
        self.0.push(0);
        let whole = NonZeroUsize::new(self.0.len()).map(|past_nul| Span {
            start: kept.start,
            past_nul,
        });
        let mut spans = [None; N];
        for (span, &text) in spans.iter_mut().zip(texts) {
            let Some((from, to)) = text else { continue };
            let start = self.0.len();
            match from.checked_sub(taken_over) {
                None => self.0.extend_from_within(from..to),
                Some(from) => self.0.extend_from_slice(&more.0[from..to - taken_over]),
            }
            self.0.push(0);
            *span = NonZeroUsize::new(self.0.len()).map(|past_nul| Span { start, past_nul });
        }
        (self, whole, spans)
    }

    /// The text at `span`, which must come from the same buffer.
    pub(crate) fn get(&self, span: Span) -> Text<'_> {
        Text(Utf8::Bytes(&self.0[span.start..span.past_nul.get() - 1]))
    }

    /// What lies at `part` of what was taken over.
    pub(crate) fn part(&self, part: Part) -> &str {
        std::str::from_utf8(&self.0[part.start..part.end.get()]).unwrap_or_default()
    }
}

impl Part {
    /// What lies between these places.
    pub(crate) fn new(start: usize, end: usize) -> Option<Part> {
        NonZeroUsize::new(end).map(|end| Part { start, end })
    }
}

impl Drop for SecretText {
    fn drop(&mut self) {
        sys::wipe_all(&mut self.0);
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
        assert_eq!(buffer.0, "one\0\0drei€\0".as_bytes());
        assert_eq!(buffer.0.len(), buffer.0.capacity());
    }

    #[test]
    fn an_answer_goes_on_with_texts_in_its_own_buffer_if_there_is_room() {
        for room in [0, 100] {
            let mut bytes = Vec::with_capacity(16 + room);
            bytes.extend_from_slice(b" {\"a\":[\"b\",2]} ");
            let response = SecretText::of_answer(Wiped(bytes));
            let (size, place) = (response.whole().len(), response.whole().as_ptr());
            let (more, _) = SecretText::join([Some("more")]);
            let texts = [Some((8, 9)), None, Some((size, size + 4)), Some((8, 8))];
            let (all, document, spans) = response.append(1..14, &texts, &more);
            assert_eq!(all.get(document.unwrap()).as_str(), "{\"a\":[\"b\",2]}");
            let texts = spans.map(|span| span.map(|span| all.get(span).as_str()));
            assert_eq!(texts, [Some("b"), None, Some("more"), Some("")]);
            assert_eq!(all.part(Part::new(6, 13).unwrap()), "[\"b\",2]");
            assert_eq!(all.0, b" {\"a\":[\"b\",2]}\0b\0more\0\0");
            assert_eq!(all.whole().as_ptr() == place, room > 0);
        }
    }

    #[test]
    fn debug_shows_nothing() {
        let (buffer, _) = SecretText::join([Some("invented-secret")]);
        assert_eq!(format!("{buffer:?}"), "[redacted]");
    }
}
