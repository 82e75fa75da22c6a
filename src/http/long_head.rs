//! Makes heads of responses such that ureq reads them: without folded lines, which it refuses, and with no more headers than
//! it has room for.

use ureq::http::header::HeaderMap;
use ureq::http::{HeaderName, HeaderValue};

use super::header::header;
use super::limits::MAX_HEAD;
use crate::net::context::TakenOut;

/// Heads with more lines than this have some taken out: ureq has room for 128, and more may come with the next bytes.
const MAX_LINES: usize = 100;

/// Adds to `headers`, which were left in, those that were taken out.
#[cold]
pub(super) fn put_back(taken: &TakenOut, headers: &mut HeaderMap) {
    for line in taken.lines.split_inclusive(|&byte| byte == b'\n') {
        if let Some((name, value)) = parsed(line) {
            headers.append(name, value);
        }
    }
}

/// Reads the folded lines of the head at the beginning of `received` as one line each (RFC 9112, 5.2), and takes headers out
/// where there are many, which `taken` keeps. The head may be incomplete, and informational ones may precede it. Returns how many
/// bytes shorter all is; `None` if the head is longer than allowed.
pub(super) fn repair(received: &mut [u8], taken: &mut Option<Box<TakenOut>>) -> Option<usize> {
    let (mut start, mut end) = (0, received.len());
    loop {
        let mut head = Head::at(&received[start..end]);
        if head.has_folds || head.lines > MAX_LINES || taken.is_some() {
            let taken = taken.get_or_insert_default();
            let before = head.size;
            head.size = shorten(&mut received[start..start + before], &head, taken);
            received.copy_within(start + before..end, start + head.size);
            end -= before - head.size;
            taken.size += before - head.size;
            if taken.size + head.size > MAX_HEAD {
                return None;
            }
        }
        if !(head.is_whole && is_informational(&received[start..end])) {
            return Some(received.len() - end);
        }
        *taken = None;
        start += head.size;
    }
}

/// What there is of a head.
struct Head {
    size: usize,
    /// Those that are whole, without the empty one.
    lines: usize,
    has_folds: bool,
    is_whole: bool,
}

impl Head {
    fn at(received: &[u8]) -> Head {
        let mut head = Head {
            size: received.len(),
            lines: 0,
            has_folds: false,
            is_whole: false,
        };
        // Anything else is not HTTP, for ureq to refuse.
        if !received.starts_with(b"HTTP/") {
            return head;
        }
        let mut at = 0;
        while let Some(length) = memchr::memchr(b'\n', &received[at..]) {
            let end = at + length + 1;
            match &received[at..end] {
                b"\n" | b"\r\n" => {
                    (head.size, head.is_whole) = (end, true);
                    return head;
                }
                _ => head.lines += 1,
            }
            at = end;
            head.has_folds |= head.lines > 1 && matches!(received.get(at), Some(b' ' | b'\t'));
        }
        head
    }
}

/// Whether a head is that of a response before the one that counts.
fn is_informational(head: &[u8]) -> bool {
    matches!(head.get(8..12), Some(&[b' ', b'1', b'0', b'0' | b'2'..=b'9']))
}

/// Unfolds lines, and takes some out if there are many, or were: returns how long the head then is.
#[cold]
fn shorten(bytes: &mut [u8], head: &Head, taken: &mut TakenOut) -> usize {
    let size = unfold(bytes);
    match head.lines > MAX_LINES || (head.is_whole && !taken.lines.is_empty()) {
        true => take_out(&mut bytes[..size], head.is_whole, &mut taken.lines),
        false => size,
    }
}

/// Joins each header that goes on in the next line to one line, with a space for the end of the line and what is around it, as
/// far as that has come; returns how long the head then is.
fn unfold(head: &mut [u8]) -> usize {
    let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
    let (mut lines, mut at, mut to) = (0, 0, 0);
    while let Some(&byte) = head.get(at) {
        at += 1;
        head[to] = byte;
        lines += usize::from(byte == b'\n');
        if byte == b'\n' && lines > 1 && is_blank(head.get(at)) {
            to = head[..to].trim_ascii_end().len();
            while is_blank(head.get(at)) {
                at += 1;
            }
            head[to] = b' ';
        }
        to += 1;
    }
    to
}

/// Moves to `taken` the headers that ureq does not need; returns how long the head then is. What begins with the last line of an
/// incomplete head may go on.
fn take_out(head: &mut [u8], is_whole: bool, taken: &mut Vec<u8>) -> usize {
    let (mut at, mut to) = (0, 0);
    while let Some(length) = memchr::memchr(b'\n', &head[at..]) {
        let end = at + length + 1;
        let may_go_on = !is_whole && memchr::memchr(b'\n', &head[end..]).is_none();
        if !may_go_on && parsed(&head[at..end]).is_some() {
            taken.extend_from_slice(&head[at..end]);
        } else {
            head.copy_within(at..end, to);
            to += length + 1;
        }
        at = end;
    }
    head.copy_within(at.., to);
    to + head.len() - at
}

/// A header that ureq does not need. `None` for anything else.
#[inline(never)]
fn parsed(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    let is_needed = |name: &HeaderName| matches!(name.as_str(), "connection" | "content-length" | "transfer-encoding");
    header(name, value.trim_ascii()).filter(|(name, _)| !is_needed(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head as it is when it has come in parts of `step` bytes, and the headers taken out of it.
    fn repaired(head: &str, step: usize) -> Option<(String, HeaderMap)> {
        let (mut received, mut taken) = (Vec::new(), None);
        for part in head.as_bytes().chunks(step) {
            received.extend_from_slice(part);
            let shorter = repair(&mut received, &mut taken)?;
            received.truncate(received.len() - shorter);
        }
        let mut headers = HeaderMap::new();
        taken.iter().for_each(|taken| put_back(taken, &mut headers));
        Some((String::from_utf8(received).unwrap(), headers))
    }

    #[test]
    fn a_folded_line_is_one_with_spaces() {
        for (head, expected) in [
            (
                "HTTP/1.1 200 OK\r\nA: b;\r\n    c\r\nD: e\r\n\r\n{\n }",
                "HTTP/1.1 200 OK\r\nA: b; c\r\nD: e\r\n\r\n{\n }",
            ),
            (
                "HTTP/1.1 404 No\r\nA:\r\n\tb \r\n \r\n c\r\n\r\n",
                "HTTP/1.1 404 No\r\nA: b c\r\n\r\n",
            ),
            ("HTTP/1.1 200 OK\nA: b\n c\n\nx", "HTTP/1.1 200 OK\nA: b c\n\nx"),
            (
                "HTTP/1.1 103 Early\r\nA: b\r\n c\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n d\r\n\r\n",
                "HTTP/1.1 103 Early\r\nA: b c\r\n\r\nHTTP/1.1 200 OK\r\nA: b d\r\n\r\n",
            ),
        ] {
            for step in [1, 2, 3, 7, head.len()] {
                let (mut found, headers) = repaired(head, step).unwrap();
                // Spaces that come later than the first of them stay.
                while step < head.len() && found.contains("  ") {
                    found = found.replace("  ", " ");
                }
                assert_eq!(found, expected, "{step}");
                assert!(headers.is_empty());
            }
        }
    }

    #[test]
    fn what_needs_no_repair_stays_as_it_is() {
        for head in [
            "",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK\r\nA: b\r\n\r\n",
            // No header is before the line that would continue one.
            "HTTP/1.1 200 OK\r\n A: b\r\n\r\n",
            "<html>\n\n  <p>\n  text",
        ] {
            assert_eq!(repaired(head, 1).unwrap().0, head);
        }
    }

    #[test]
    fn of_many_headers_those_that_frame_the_body_stay() {
        let lines: String = (0..300).map(|i| format!("X-{}: {i}\r\n", i % 200)).collect();
        let head = format!("HTTP/1.1 500 No\r\nContent-Length: 2\r\n{lines}Connection: close\r\nB@d: 1\r\n\r\n{{}}");
        for step in [1, 100, 1000, head.len()] {
            let (left, taken) = repaired(&head, step).unwrap();
            assert!(left.starts_with("HTTP/1.1 500 No\r\nContent-Length: 2\r\n"), "{left}");
            assert!(left.ends_with("Connection: close\r\nB@d: 1\r\n\r\n{}"), "{left}");
            assert!(left.lines().count() < 128);
            assert_eq!(taken.len(), 300);
            let of_7: Vec<_> = taken.get_all("x-7").iter().collect();
            assert_eq!(of_7, ["7", "207"]);
        }
    }

    #[test]
    fn headers_of_an_informational_response_are_not_those_of_the_next() {
        let lines = "X-Early: 1\r\n".repeat(200);
        let head = format!("HTTP/1.1 103 Early\r\n{lines}\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n");
        for step in [1, 500, head.len()] {
            let (left, taken) = repaired(&head, step).unwrap();
            assert!(taken.is_empty());
            assert!(left.ends_with("\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n"), "{left}");
        }
    }

    #[test]
    fn what_is_taken_out_counts_for_the_length_of_a_head() {
        let lines = "X: 1234567890\r\n".repeat(MAX_HEAD / 15 + 1);
        for step in [1000, lines.len() + 30] {
            assert!(repaired(&format!("HTTP/1.1 200 OK\r\n{lines}\r\n"), step).is_none());
        }
    }
}
