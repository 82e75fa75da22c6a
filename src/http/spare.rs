//! Memory that the last exchange on a thread leaves to the next: of two maps, which are empty, and what a list has kept for its next
//! page.

use std::cell::Cell;

use ureq::http::Extensions;
use ureq::http::header::{CONTENT_LENGTH, HeaderMap};

use crate::text::secret::Wiped;

thread_local! {
    static HEADERS: Cell<HeaderMap> = Cell::default();
    static EXTENSIONS: Cell<Extensions> = Cell::default();
    static BODY: Cell<Wiped> = Cell::default();
}

/// Runs `exchange`, in which the first body that is long enough comes into `memory`.
pub(crate) fn with_memory<T>(memory: Wiped, exchange: impl FnOnce() -> T) -> T {
    /// Also after a panic.
    struct Take;
    impl Drop for Take {
        fn drop(&mut self) {
            BODY.take();
        }
    }
    BODY.set(memory);
    let _take = Take;
    exchange()
}

/// At least `size` zeros for a body. `announced` is how long that should be.
pub(super) fn body(size: usize, announced: Option<u64>) -> Wiped {
    let mut memory = BODY.take();
    // That of a large page is too much for an error.
    let is_fitting = announced.is_none_or(|length| memory.capacity() as u64 / 4 <= length);
    if memory.capacity() < size || !is_fitting {
        BODY.set(memory);
        return Wiped::zeroed(size);
    }
    memory.fill_up();
    memory
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
    fn the_memory_of_a_page_is_for_a_body_of_about_its_size() {
        let mut memory = Wiped::zeroed(4_000);
        memory.truncate(3_000);
        let place = memory.as_ptr();
        with_memory(memory, || {
            for (size, announced) in [(4_001, Some(4_001)), (500, Some(500)), (4_001, None)] {
                assert_eq!(body(size, announced).len(), size);
            }
            let first = body(4_000, Some(1_000));
            assert_eq!((first.as_ptr(), &first[..]), (place, &[0; 4_000][..]));
            assert_ne!(body(4_000, Some(4_000)).as_ptr(), place);
        });
        with_memory(Wiped::zeroed(4_000), || {});
        assert_eq!(body(1, None).len(), 1);
    }

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
