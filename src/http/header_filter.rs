//! Spares ureq the headers of a good answer that nobody reads: making a map of them costs more than all the rest.

use std::ops::Range;

use crate::sys::{name, printable};

/// What this library or ureq reads of an answer with status 200, and the values that say no more than their absence.
const READ: [(&str, &str); 5] = [
    ("connection", "keep-alive"),
    ("content-encoding", "identity"),
    ("content-length", ""),
    ("content-type", "application/json"),
    ("transfer-encoding", ""),
];
/// Heads with more lines than this are left as they are.
const MAX_LINES: usize = 64;
/// Heads of which more headers are read are left as they are too.
const MAX_READ: usize = 16;

/// Removes, in place, the headers from the head at the beginning of `received` that are not read; returns how many bytes
/// shorter it is. Anything but a whole, plain head of status 200 is left as it is, and `None`.
pub(crate) fn thin_out(received: &mut [u8]) -> Option<usize> {
    if !received.starts_with(b"HTTP/1.1 200 ") {
        return None;
    }
    let mut kept: [Range<usize>; MAX_READ] = Default::default();
    let mut count = 0;
    let (mut read, mut usual) = (0, 0);
    let mut lines = 1..MAX_LINES;
    let status_end = plain_line_end(received, 0)?;
    let mut at = status_end;
    while received.get(at) != Some(&b'\r') {
        lines.next()?;
        let line = Line::at(received, at)?;
        if line.is_read {
            *kept.get_mut(count)? = at..line.end;
            count += 1;
            read |= line.known;
        } else {
            usual |= line.known;
        }
        at = line.end;
    }
    // Of several with one name the first counts, which may be one with the usual value, or all.
    if read & usual != 0 {
        return None;
    }
    if received.get(at + 1) != Some(&b'\n') {
        return None;
    }
    // The status line stays, and so does the empty line at the end.
    let mut to = status_end;
    for line in &kept[..count] {
        received.copy_within(line.clone(), to);
        to += line.len();
    }
    received.copy_within(at.., to);
    Some(at - to)
}

/// A header in a head.
struct Line {
    /// Where it ends, behind its CR LF.
    end: usize,
    is_read: bool,
    /// The bit of its name among [`READ`], if it is there.
    known: u8,
}

impl Line {
    /// The line at `at`, if it is plain, and does not continue the one before.
    fn at(received: &[u8], at: usize) -> Option<Line> {
        if matches!(received.get(at), Some(b' ' | b'\t')) {
            return None;
        }
        let end = plain_line_end(received, at)?;
        let line = &received[at..end - 2];
        // Nothing else that is read begins like these.
        let may_be_read = matches!(line.first(), Some(b'c' | b'C' | b't' | b'T'));
        // The line is plain, so that what is behind it may be looked at too.
        let name_length = name(&received[at..]);
        let is_header = name_length > 0 && line.get(name_length) == Some(&b':');
        let (known, is_read) = match (is_header, may_be_read) {
            (true, true) => look_at(&line[..name_length], &line[name_length + 1..]),
            _ => (0, !is_header),
        };
        Some(Line { end, is_read, known })
    }
}

/// The bit of a name among [`READ`], and whether the value is read.
fn look_at(name: &[u8], value: &[u8]) -> (u8, bool) {
    let known = READ
        .iter()
        .position(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes()));
    known.map_or((0, false), |i| {
        let usual = READ[i].1;
        (1 << i, usual.is_empty() || !is_usual(value, usual.as_bytes()))
    })
}

/// Whether a value is the usual one, whatever parameters it has.
fn is_usual(value: &[u8], usual: &[u8]) -> bool {
    let essence = value.split(|&b| b == b';').next().unwrap_or_default();
    essence.trim_ascii().eq_ignore_ascii_case(usual)
}

/// Where the line at `at` ends, behind its CR LF. `None` if it is not whole, or has anything but printable ASCII and tabs.
fn plain_line_end(received: &[u8], at: usize) -> Option<usize> {
    let end = at + printable(received.get(at..)?);
    received.get(end..)?.starts_with(b"\r\n").then_some(end + 2)
}

/// Whether what has come begins with an answer that refuses the request: the head of one with a status of 300 or more,
/// after those of any that only say that a later one comes.
pub(crate) fn refuses(mut received: &[u8]) -> bool {
    loop {
        let status = received.strip_prefix(b"HTTP/1.").and_then(|rest| rest.get(1..=2));
        match status {
            Some(b" 1") => match received.windows(4).position(|window| window == b"\r\n\r\n") {
                Some(end) => received = &received[end + 4..],
                None => return false,
            },
            Some([b' ', class]) => return matches!(class, b'3'..=b'9'),
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thinned(received: &str) -> String {
        let mut bytes = received.as_bytes().to_vec();
        let shorter = thin_out(&mut bytes).unwrap_or(0);
        bytes.truncate(bytes.len() - shorter);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        assert_eq!(
            thinned(
                "HTTP/1.1 200 OK\r\nX-RateLimit-Limit: 200\r\nContent-Length: 2\r\nDate: today\r\nCONNECTION: close\r\n\
                 etag: W/\"2\"\r\nContent-Type: application/json\r\nKeep-Alive: timeout=61\r\n\r\n{}"
            ),
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nCONNECTION: close\r\n\r\n{}"
        );
        assert_eq!(thinned("HTTP/1.1 200 OK\r\n\r\n{}"), "HTTP/1.1 200 OK\r\n\r\n{}");
    }

    #[test]
    fn as_many_lines_as_are_looked_at_are_left_out() {
        let head = format!(
            "HTTP/1.1 200 OK\r\n{}{}\r\n{{}}",
            "Connection: close\r\nX-A: 1\r\n".repeat(MAX_READ),
            "X-B: 1\r\n".repeat(MAX_LINES - 1 - 2 * MAX_READ)
        );
        let left = format!(
            "HTTP/1.1 200 OK\r\n{}\r\n{{}}",
            "Connection: close\r\n".repeat(MAX_READ)
        );
        assert_eq!(thinned(&head), left);
    }

    #[test]
    fn what_is_read_is_left_out_only_if_it_says_what_is_usual() {
        for (line, is_left) in [
            ("Content-Type: application/json", false),
            ("content-type:\tAPPLICATION/JSON ; charset=utf-8", false),
            ("Content-Type: application/json5", true),
            ("Content-Type: text/html", true),
            ("Content-Type:", true),
            ("Connection: Keep-Alive", false),
            ("Connection: keep-alive, close", true),
            ("Content-Encoding: identity", false),
            ("Content-Encoding: gzip", true),
            ("Content-Length: 2", true),
            ("Content-Length:", true),
            ("Transfer-Encoding: chunked", true),
            ("Content-Language: de", false),
            ("Trailer: x", false),
            ("Te\u{7f}: x", true),
        ] {
            let head = format!("HTTP/1.1 200 OK\r\n{line}\r\n\r\n");
            assert_eq!(thinned(&head).contains(line), is_left, "{line:?}");
        }
    }

    #[test]
    fn of_several_headers_with_one_name_the_first_still_counts() {
        for left in [
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Type: text/html\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nX-A: 1\r\ncontent-encoding: gzip\r\n\r\n",
        ] {
            assert_eq!(thinned(left), left);
        }
        let same = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-type: application/json\r\n\r\n";
        assert_eq!(thinned(same), "HTTP/1.1 200 OK\r\n\r\n");
    }

    #[test]
    fn an_answer_refuses_by_its_status() {
        for (received, expected) in [
            ("", false),
            ("HTTP/1.1 ", false),
            ("HTTP/1.1 4", true),
            ("HTTP/1.1 413 Content Too Large\r\n", true),
            ("HTTP/1.0 503 Service Unavailable\r\n\r\n", true),
            ("HTTP/1.1 200 OK\r\n\r\n", false),
            ("HTTP/1.1 302 Found\r\n\r\n", true),
            ("HTTP/1.1 100 Continue\r\n", false),
            ("HTTP/1.1 100 Continue\r\n\r\n", false),
            (
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: 4\r\n\r\nHTTP/1.1 401 ",
                true,
            ),
            ("413", false),
        ] {
            assert_eq!(refuses(received.as_bytes()), expected, "{received:?}");
        }
    }

    #[test]
    fn what_is_not_plain_is_left_as_it_is() {
        for left in [
            "",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\n",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\n folded\r\n\r\n",
            "HTTP/1.1 200 OK\nX-A: 1\n\n",
            "HTTP/1.1 404 Not Found\r\nX-A: 1\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: 1\r\n\r\n",
            "HTTP/1.0 200 OK\r\nX-A: 1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A : 1\r\nno colon\r\n: no name\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: \0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: \u{e9}\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A: 1\rX-B: 1\r\n\r\n",
        ] {
            assert_eq!(thinned(left), left);
        }
        for many in [
            "X-A: 1\r\n".repeat(MAX_LINES),
            "Connection: close\r\n".repeat(MAX_READ + 1),
        ] {
            let head = format!("HTTP/1.1 200 OK\r\n{many}\r\n");
            assert_eq!(thinned(&head), head);
        }
    }
}
