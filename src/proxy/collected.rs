//! A response's body that is in memory: as bytes, or as the JSON document that took them over.

use std::sync::Arc;

use crate::text::secret::Wiped;
use crate::text::value::{Document, Outline, Walk};

/// The rest of a body in memory, and the document that it is.
pub(super) struct Collected {
    /// The body, followed by a NUL. `None` while only `document` has it.
    bytes: Option<Wiped>,
    /// From where on it is still to be read in parts: only of a body that was collected before the program asked for it.
    unread: usize,
    /// Whether the program has a pointer to `bytes`, which then stay as they are until the response is freed.
    is_shown: bool,
    /// The body as JSON, indexed on the first lookup.
    document: Looked,
    /// Of a page: the list that it is one of.
    walk: Option<Arc<Walk>>,
}

impl Drop for Collected {
    fn drop(&mut self) {
        if let (Some(walk), Some(bytes)) = (&self.walk, self.bytes.take()) {
            walk.keep_text(bytes);
        }
    }
}

/// What is known of a body as JSON.
enum Looked {
    NotYet,
    NotJson,
    Found(Arc<Document>),
}

impl Collected {
    /// A body of which the first `read` bytes are not to be read in parts any more.
    pub(super) fn new(bytes: Wiped, read: usize) -> Collected {
        Collected {
            bytes: Some(bytes),
            unread: read,
            is_shown: false,
            document: Looked::NotYet,
            walk: None,
        }
    }

    /// Makes this a page of a list, which is told once the document is asked for.
    pub(super) fn set_walk(&mut self, walk: &Arc<Walk>) {
        self.walk = Some(Arc::clone(walk));
    }

    /// What a list needs to know of a page. `None` if it is no JSON.
    pub(super) fn outline(&mut self, key: &str) -> Option<Outline> {
        let nul = usize::from(self.is_shown);
        let bytes = self.bytes();
        Outline::of(&bytes[..bytes.len() - nul], key)
    }

    /// The body, restored if the document has it.
    fn bytes(&mut self) -> &mut Wiped {
        let document = &self.document;
        self.bytes.get_or_insert_with(|| match document {
            Looked::Found(document) => document.as_taken(),
            Looked::NotYet | Looked::NotJson => Wiped::default(),
        })
    }

    /// The body, followed by a NUL, for the program to keep.
    pub(super) fn show(&mut self) -> &[u8] {
        if !self.is_shown {
            self.is_shown = true;
            self.bytes().push_nul();
        }
        self.bytes()
    }

    /// The next bytes of what is still to be read.
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> usize {
        let nul = usize::from(self.is_shown);
        let unread = self.unread;
        let bytes = self.bytes();
        let rest = bytes.get(unread..bytes.len() - nul).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.unread += count;
        count
    }

    /// The JSON document that the body is, if it is one. It takes over a body to which the program has no pointer: a large
    /// body is then in memory once.
    pub(super) fn document(&mut self) -> Option<&Arc<Document>> {
        if let Looked::NotYet = self.document {
            if let Some(walk) = &self.walk {
                walk.note_lookup();
            }
            let found = if self.is_shown {
                self.copied()
            } else {
                self.taken_over()
            };
            self.document = found.map_or(Looked::NotJson, Looked::Found);
        }
        match &self.document {
            Looked::Found(document) => Some(document),
            Looked::NotYet | Looked::NotJson => None,
        }
    }

    fn copied(&mut self) -> Option<Arc<Document>> {
        let with_nul = self.bytes();
        Document::read(&with_nul[..with_nul.len().saturating_sub(1)])
    }

    fn taken_over(&mut self) -> Option<Arc<Document>> {
        match Document::take_over(self.bytes.take()?, self.walk.as_ref()) {
            Ok(document) => Some(document),
            Err(bytes) => {
                self.bytes = Some(bytes);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "\u{feff} {\"a\": \"one\", \"b\\n\": [\"t\\u0077o\", \"\\ud800\", \"\", 1.50]}\r\n";

    fn body() -> Collected {
        Collected::new(Wiped::copy_of(BODY.as_bytes()), 0)
    }

    #[test]
    fn a_body_is_the_same_after_its_document_was_read() {
        let mut collected = body();
        let document = collected.document().cloned().unwrap();
        assert_eq!(document.find("/a").unwrap().as_str(), Some("one"));
        assert_eq!(document.find("/b\n/0").unwrap().as_str(), Some("two"));
        assert_eq!(document.find("/b\n/1").unwrap().as_str(), None);
        assert_eq!(document.find("/b\n/1").unwrap().json(), "\"\\ud800\"");
        assert_eq!(document.find("/b\n/2").unwrap().as_str(), Some(""));
        assert_eq!(collected.show(), [BODY.as_bytes(), b"\0"].concat());
        assert_eq!(document.find("/b\n/3").unwrap().json(), "1.50");
    }

    #[test]
    fn a_body_that_the_program_has_stays_where_it_is() {
        let mut collected = body();
        let place = collected.show().as_ptr();
        assert_eq!(collected.document().unwrap().find("/a").unwrap().as_str(), Some("one"));
        assert_eq!(collected.show().as_ptr(), place);
        assert_eq!(collected.show(), [BODY.as_bytes(), b"\0"].concat());
    }

    #[test]
    fn a_document_does_not_copy_a_body_that_the_program_has_not_seen() {
        let mut collected = body();
        let place = collected.bytes().as_ptr();
        let text = collected.document().unwrap().find("/a").unwrap().as_str().unwrap();
        assert_eq!(text.as_ptr(), place.wrapping_add(BODY.find("one").unwrap()));
    }

    #[test]
    fn a_body_is_read_in_parts_before_and_after_its_document() {
        let mut collected = body();
        let mut read = Vec::new();
        for step in 0.. {
            let mut buffer = [0; 7];
            let count = collected.read(&mut buffer);
            read.extend_from_slice(&buffer[..count]);
            if step == 1 {
                assert!(collected.document().is_some());
            }
            if step == 3 {
                collected.show();
            }
            if count == 0 {
                break;
            }
        }
        assert_eq!(read, BODY.as_bytes());
    }

    #[test]
    fn a_page_leaves_its_memory_wiped() {
        let walk = Arc::new(Walk::default());
        for is_looked_into in [false, true] {
            let mut page = body();
            let place = page.bytes().as_ptr();
            page.set_walk(&walk);
            assert!(!is_looked_into || page.document().is_some());
            assert_eq!(walk.is_looked_into(), is_looked_into);
            assert!(walk.take_text().is_empty());
            drop(page);
            let text = walk.take_text();
            assert_eq!((text.as_ptr(), &text[..]), (place, &[0; BODY.len()][..]));
        }
    }

    #[test]
    fn a_body_that_is_not_json_is_kept() {
        let mut collected = Collected::new(Wiped::copy_of(b"{\"a\": 1"), 0);
        assert!(collected.document().is_none());
        assert!(collected.document().is_none());
        assert_eq!(collected.show(), b"{\"a\": 1\0");
    }
}
