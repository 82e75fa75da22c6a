//! The texts of one answer, in one buffer that is wiped when it is dropped.

use std::fmt;
use std::ops::{Deref, DerefMut};

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

    /// Leaves only the first `size` bytes.
    pub(crate) fn truncate(&mut self, size: usize) {
        self.0.truncate(size);
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
    end: usize,
}

/// A text that is followed by a NUL byte in its buffer, so that C can read it in place.
///
/// Only this module makes one: the NUL is what `src/ffi` relies on.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    /// A text of the program itself, written with its NUL.
    pub(crate) const fn from_static(with_nul: &'static std::ffi::CStr) -> Text<'static> {
        match with_nul.to_str() {
            Ok(text) => Text(text),
            Err(_) => Text(""),
        }
    }

    pub(crate) fn as_str(self) -> &'a str {
        self.0
    }
}

/// Several texts in one buffer, each NUL-terminated. Wiped on drop, never printed.
pub(crate) struct SecretText(String);

impl SecretText {
    /// Copies `parts` into one buffer, allocated once: a buffer that grew would leave copies behind.
    pub(crate) fn join(parts: &[&str]) -> (SecretText, Vec<Span>) {
        let size = parts.iter().map(|part| part.len() + 1).sum();
        let mut text = SecretText(String::with_capacity(size));
        let spans = parts
            .iter()
            .map(|part| {
                let start = text.0.len();
                text.0.push_str(part);
                let end = text.0.len();
                text.0.push('\0');
                Span { start, end }
            })
            .collect();
        (text, spans)
    }

    /// The text at `span`, which must come from the same `join`.
    pub(crate) fn get(&self, span: Span) -> Text<'_> {
        Text(&self.0[span.start..span.end])
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
        let (buffer, spans) = SecretText::join(&["one", "", "drei€"]);
        let texts: Vec<&str> = spans.iter().map(|&s| buffer.get(s).as_str()).collect();
        assert_eq!(texts, ["one", "", "drei€"]);
        assert_eq!(buffer.0.as_str(), "one\0\0drei€\0");
        assert_eq!(buffer.0.len(), buffer.0.capacity());
    }

    #[test]
    fn debug_shows_nothing() {
        let (buffer, _) = SecretText::join(&["invented-secret"]);
        assert_eq!(format!("{buffer:?}"), "[redacted]");
    }
}
