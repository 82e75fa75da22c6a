//! What the last exchange on a thread leaves to the next: the memory of two maps, which are empty.

use std::cell::Cell;

use ureq::http::Extensions;
use ureq::http::header::{CONTENT_LENGTH, HeaderMap};

thread_local! {
    static HEADERS: Cell<HeaderMap> = Cell::default();
    static EXTENSIONS: Cell<Extensions> = Cell::default();
}

/// No headers.
pub(super) fn headers() -> HeaderMap {
    HEADERS.take()
}

/// No extensions.
pub(super) fn extensions() -> Extensions {
    EXTENSIONS.take()
}

/// Keeps the map of a head whose only header says how long the body was, and returns an empty one. Other heads are returned as they
/// are.
pub(super) fn keep_headers(mut headers: HeaderMap) -> HeaderMap {
    let is_read = headers.len() != 1 || headers.keys().next() != Some(&CONTENT_LENGTH);
    if is_read {
        return headers;
    }
    headers.clear();
    HEADERS.set(headers);
    HeaderMap::new()
}

/// Keeps the map of what ureq says about a response, which nobody reads.
pub(super) fn keep_extensions(mut extensions: Extensions) {
    extensions.clear();
    EXTENSIONS.set(extensions);
}

#[cfg(test)]
mod tests {
    use ureq::http::header::{CONTENT_TYPE, HeaderValue};

    use super::*;

    #[test]
    fn what_is_left_is_empty_and_what_is_read_is_not_left() {
        let mut framing = HeaderMap::new();
        framing.insert(CONTENT_LENGTH, HeaderValue::from_static("2"));
        let mut two = framing.clone();
        two.insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
        assert_eq!(keep_headers(two.clone()), two);
        assert_eq!(headers().capacity(), 0);

        assert!(keep_headers(framing).is_empty());
        let left = headers();
        assert!(left.is_empty() && left.capacity() > 0);

        let mut all = Extensions::new();
        all.insert("secret");
        keep_extensions(all);
        assert!(extensions().is_empty());
    }
}
