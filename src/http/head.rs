//! Spares ureq the headers of a good answer that nobody reads: making a map of them costs more than all the rest.

/// What this library or ureq reads of an answer with status 200.
const READ: [&str; 5] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "transfer-encoding",
];
/// Heads with more headers than this are left as they are, for ureq to judge.
const MAX_HEADERS: usize = 64;

/// Removes, in place, the headers from the head at the beginning of `received` that are not read; returns how many bytes
/// shorter it is. Anything but a whole, plain head of status 200 is left as it is: to judge that is ureq's.
pub(super) fn thin_out(received: &mut [u8]) -> usize {
    let Some(first) = line(received, 0).filter(|&end| is_good(&received[..end])) else {
        return 0;
    };
    let Some(end) = plain_head(received, first) else {
        return 0;
    };
    let (mut from, mut to) = (first, first);
    while from < end {
        let Some(next) = line(received, from) else { break };
        if !is_superfluous(&received[from..next]) {
            received.copy_within(from..next, to);
            to += next - from;
        }
        from = next;
    }
    received.copy_within(from.., to);
    from - to
}

/// Where the line that begins at `start` ends, behind its CR LF.
fn line(bytes: &[u8], start: usize) -> Option<usize> {
    let end = start + memchr::memchr(b'\n', bytes.get(start..)?)? + 1;
    (end >= start + 2 && bytes[end - 2] == b'\r').then_some(end)
}

fn is_good(first_line: &[u8]) -> bool {
    first_line.starts_with(b"HTTP/1.1 200 ")
}

/// Where the headers end, if the whole head is there, is not too long a list, and no line continues the one before.
fn plain_head(received: &[u8], first: usize) -> Option<usize> {
    let mut at = first;
    for _ in 0..MAX_HEADERS {
        let next = line(received, at)?;
        if next == at + 2 {
            return Some(at);
        }
        if matches!(received[at], b' ' | b'\t') {
            return None;
        }
        at = next;
    }
    None
}

/// Whether a line is a proper header that nobody reads.
fn is_superfluous(header: &[u8]) -> bool {
    let Some(colon) = memchr::memchr(b':', header) else {
        return false;
    };
    let (name, value) = (&header[..colon], &header[colon + 1..header.len() - 2]);
    // Without an early end, which the compiler could not make several steps at once of.
    let is_name = name.iter().fold(!name.is_empty(), |so_far, b| {
        so_far & (b.is_ascii_alphanumeric() | matches!(b, b'-' | b'_'))
    });
    let is_value = value
        .iter()
        .fold(true, |so_far, b| so_far & matches!(b, b'\t' | b' '..=b'~'));
    is_name && is_value && !READ.iter().any(|read| name.eq_ignore_ascii_case(read.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thinned(received: &str) -> String {
        let mut bytes = received.as_bytes().to_vec();
        let shorter = thin_out(&mut bytes);
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
    fn what_is_not_plain_is_left_to_ureq() {
        for left in [
            "",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\n",
            "HTTP/1.1 200 OK\r\nX-A: 1\r\n folded\r\n\r\n",
            "HTTP/1.1 200 OK\nX-A: 1\n\n",
            "HTTP/1.1 404 Not Found\r\nX-A: 1\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-A: 1\r\n\r\n",
            "HTTP/1.0 200 OK\r\nX-A: 1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-A : 1\r\nno colon\r\n: no name\r\nX-B: \0\r\nX-C: \u{e9}\r\n\r\n",
        ] {
            assert_eq!(thinned(left), left);
        }
        let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X-A: 1\r\n".repeat(MAX_HEADERS + 1));
        assert_eq!(thinned(&many), many);
    }
}
