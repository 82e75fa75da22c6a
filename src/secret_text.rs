//! The texts of one answer, in one buffer that is wiped when it is dropped.

use std::fmt;

use zeroize::Zeroizing;

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
pub(crate) struct SecretText(Zeroizing<String>);

impl SecretText {
    /// Copies `parts` into one buffer, allocated once: a buffer that grew would leave copies behind.
    pub(crate) fn join(parts: &[&str]) -> (SecretText, Vec<Span>) {
        let size = parts.iter().map(|part| part.len() + 1).sum();
        let mut text = Zeroizing::new(String::with_capacity(size));
        let spans = parts
            .iter()
            .map(|part| {
                let start = text.len();
                text.push_str(part);
                let end = text.len();
                text.push('\0');
                Span { start, end }
            })
            .collect();
        (SecretText(text), spans)
    }

    /// The text at `span`, which must come from the same `join`.
    pub(crate) fn get(&self, span: Span) -> Text<'_> {
        Text(&self.0[span.start..span.end])
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
