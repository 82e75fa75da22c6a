//! Look-ups in a JSON document that does not change, remembered so that C can borrow what they found.

use elsa::sync::FrozenMap;

use crate::text::json;
use crate::text::secret::{SecretText, Span, Text};

/// What was looked up in one document. It hands out NUL-terminated copies, which are wiped with it.
#[derive(Default)]
pub(crate) struct LookupCache(FrozenMap<(usize, LookupKind), Box<(SecretText, Span)>>);

/// What a look-up asked of a value: its string, or its JSON text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LookupKind {
    String,
    Json,
}

impl LookupCache {
    /// The value in `document`, which is always the same, that a JSON pointer names.
    pub(crate) fn find<'a>(&'a self, document: &'a str, json_pointer: &str, what: LookupKind) -> Option<Text<'a>> {
        self.remember(document, json::find(document, json_pointer)?, what)
    }

    /// A NUL-terminated copy of `raw`, a part of the document, made once per part however often it is asked for.
    pub(crate) fn remember<'a>(&'a self, document: &'a str, raw: &'a str, what: LookupKind) -> Option<Text<'a>> {
        let place = raw.as_ptr() as usize - document.as_ptr() as usize;
        let (text, span) = match self.0.get(&(place, what)) {
            Some(known) => known,
            None => {
                let (text, [span]) = match what {
                    LookupKind::String => SecretText::join([Some(&*json::string(raw)?)]),
                    LookupKind::Json => SecretText::join([Some(raw)]),
                };
                self.0.insert((place, what), Box::new((text, span?)))
            }
        };
        Some(text.get(*span))
    }
}
