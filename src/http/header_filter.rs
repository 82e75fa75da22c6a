//! Spares ureq the headers of a good answer that nobody reads: making a map of them costs more than all the rest.

/// What this library or ureq reads of an answer with status 200.
const READ: [&str; 5] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "transfer-encoding",
];
/// Heads with more lines than this are left as they are.
const MAX_LINES: usize = 64;

/// The bytes that names of headers are made of, but for some that no server uses.
const IN_NAMES: [bool; 256] = {
    let mut allowed = [false; 256];
    let mut byte = 0;
    while byte < 128u8 {
        allowed[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        byte += 1;
    }
    allowed
};

/// Removes, in place, the headers from the head at the beginning of `received` that are not read; returns how many bytes
/// shorter it is. Anything but a whole, plain head of status 200 is left as it is, and `None`.
pub(crate) fn thin_out(received: &mut [u8]) -> Option<usize> {
    if !received.starts_with(b"HTTP/1.1 200 ") {
        return None;
    }
    let mut ends = [0; MAX_LINES];
    let count = plain_lines(received, &mut ends)?;
    // The status line stays, and so does the empty line at the end.
    let (mut from, mut to) = (ends[0], ends[0]);
    for &end in &ends[1..count] {
        if !is_superfluous(&received[from..end]) {
            received.copy_within(from..end, to);
            to += end - from;
        }
        from = end;
    }
    received.copy_within(from.., to);
    Some(from - to)
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

/// Writes where the lines of a head end, each behind its CR LF, and returns how many there are before the empty one.
/// `None` if the head is not whole, or too long a list, or if it is not plain: one line continues another, or there is
/// anything but printable ASCII.
fn plain_lines(received: &[u8], ends: &mut [usize; MAX_LINES]) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    let head = loop {
        let end = at + memchr::memchr(b'\n', &received[at..])? + 1;
        if end == at + 2 && received[at] == b'\r' {
            break &received[..end];
        }
        if end < at + 2 || received[end - 2] != b'\r' || matches!(received[at], b' ' | b'\t') {
            return None;
        }
        *ends.get_mut(count)? = end;
        (at, count) = (end, count + 1);
    };
    let returns = memchr::memchr_iter(b'\r', head).count();
    (returns == count + 1 && is_plain(head)).then_some(count)
}

/// Whether there is nothing but printable ASCII, tabs and ends of lines. Without an early end, which would keep the
/// compiler from looking at many bytes at a time.
fn is_plain(head: &[u8]) -> bool {
    let strange = |b: u8| {
        let is_control = u8::from(b < b' ') & u8::from(b != b'\t') & u8::from(b != b'\n') & u8::from(b != b'\r');
        is_control | u8::from(b > b'~')
    };
    head.iter().fold(0, |found, &b| found | strange(b)) == 0
}

/// Whether a line has a proper name that nobody reads.
fn is_superfluous(header: &[u8]) -> bool {
    let name = match memchr::memchr(b':', header) {
        Some(colon) if colon > 0 => &header[..colon],
        _ => return false,
    };
    name.iter().all(|&b| IN_NAMES[usize::from(b)])
        && !READ.iter().any(|read| name.eq_ignore_ascii_case(read.as_bytes()))
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
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nCONNECTION: close\r\nContent-Type: application/json\r\n\r\n{}"
        );
        assert_eq!(thinned("HTTP/1.1 200 OK\r\n\r\n{}"), "HTTP/1.1 200 OK\r\n\r\n{}");
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
        let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X-A: 1\r\n".repeat(MAX_LINES));
        assert_eq!(thinned(&many), many);
    }
}
