//! Long bodies of a known length, received into the memory where they are wanted.
//!
//! ureq would copy each byte from its input, and look at it once more for its log. So the head that it reads announces one byte,
//! which it gets when the whole body has come: only then is the connection free for the next request.

use std::io::{self, Read};

use ureq::BodyReader;

use crate::net::context;
use crate::sys;

/// Shorter bodies mostly come with their head, or are not worth it.
const LEAST: u64 = 16 * 1024;
const LEAST_DIGITS: usize = 5;
const LENGTH: &[u8] = b"content-length:";

/// Makes the head at the beginning of `received` one that announces a body of one byte; returns how much of the body has come with
/// it, and how long that is. `None`, and `received` as it was, unless it is the whole head of a plain long body with status 200.
pub(super) fn announce_one(received: &mut [u8]) -> Option<(usize, u64)> {
    if !received.starts_with(b"HTTP/1.1 200 ") {
        return None;
    }
    let mut value = None;
    let mut at = 0;
    loop {
        let end = at + memchr::memchr(b'\n', &received[at..])? + 1;
        match received[at..end].strip_suffix(b"\r\n")? {
            [] => {
                at = end;
                break;
            }
            // Part of the line before: only a gateway that rewrites heads could tell what it means.
            [b' ' | b'\t', ..] => return None,
            line if is_called(line, LENGTH) => {
                let is_long = line.len() > LENGTH.len() + LEAST_DIGITS;
                if !is_long || value.replace(at + LENGTH.len()..end).is_some() {
                    return None;
                }
            }
            line if is_called(line, b"transfer-encoding") || is_called(line, b"content-encoding") => return None,
            _ => {}
        }
        at = end;
    }
    let held = received.len() - at;
    let digits = digits(&mut received[value?])?;
    let length = std::str::from_utf8(digits).ok()?.parse().ok()?;
    if length < LEAST || held as u64 >= length {
        return None;
    }
    digits.fill(b'0');
    *digits.last_mut()? = b'1';
    Some((held, length))
}

/// Whether a line begins with this, in any case.
fn is_called(line: &[u8], name: &[u8]) -> bool {
    // Most lines begin with another letter.
    line.first().map(|first| first | 0x20) == name.first().copied()
        && line
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// The digits that a value consists of, without the white space around them.
fn digits(value: &mut [u8]) -> Option<&mut [u8]> {
    let start = value.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let length = value[start..].trim_ascii_end().len();
    let digits = &mut value[start..start + length];
    digits.iter().all(u8::is_ascii_digit).then_some(digits)
}

/// A body as ureq gives it, or one that is received past it.
pub(super) struct PlainBody {
    reader: BodyReader<'static>,
    /// Of the latter, how much is still to come.
    left: Option<u64>,
}

impl PlainBody {
    /// A body of which `length` bytes are received past ureq.
    pub(super) fn new(reader: BodyReader<'static>, length: Option<u64>) -> PlainBody {
        PlainBody { reader, left: length }
    }
}

impl Read for PlainBody {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.left {
            None => self.reader.read(buffer),
            // ureq gives the connection back when it finds that there is nothing more.
            Some(0) => self.reader.read(&mut [0]),
            Some(_) if buffer.is_empty() => Ok(0),
            Some(left) => {
                let result = sys::lend(buffer, || self.reader.read(&mut [0]));
                match context::take_direct() {
                    0 => result,
                    count => {
                        *left -= count as u64;
                        Ok(count)
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn announced(head: &str, held: usize) -> (Option<(usize, u64)>, String) {
        let mut received = format!("{head}{}", "x".repeat(held)).into_bytes();
        let announced = announce_one(&mut received);
        received.truncate(head.len());
        (announced, String::from_utf8(received).unwrap())
    }

    #[test]
    fn a_long_body_is_announced_as_one_byte() {
        for (line, held, expected) in [
            ("Content-Length: 16384", 0, "Content-Length: 00001"),
            ("content-LENGTH:\t123456 ", 7, "content-LENGTH:\t000001 "),
            (
                "A: b\r\nContent-Length:  20000\r\nC: d",
                19_999,
                "A: b\r\nContent-Length:  00001\r\nC: d",
            ),
            (
                "Content-Length: 18446744073709551615",
                0,
                "Content-Length: 00000000000000000001",
            ),
        ] {
            let head = |line: &str| format!("HTTP/1.1 200 OK\r\n{line}\r\n\r\n");
            let length = line
                .chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
                .parse()
                .unwrap();
            assert_eq!(announced(&head(line), held), (Some((held, length)), head(expected)));
        }
    }

    #[test]
    fn any_other_head_stays_as_it_is() {
        for (head, held) in [
            ("", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n", 20_000),
            ("HTTP/1.1 200 OK\r\nContent-Length: 16383\r\n\r\n", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: +20000\r\n\r\n", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: 20000, 20000\r\n\r\n", 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", 0),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 20000\r\nContent-Length: 20000\r\n\r\n",
                0,
            ),
            ("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n 1\r\n\r\n", 0),
            ("HTTP/1.1 200 OK\nContent-Length: 20000\n\n", 0),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 20000\r\n\r\n",
                0,
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 20000\r\ncontent-encoding: gzip\r\n\r\n",
                0,
            ),
            ("HTTP/1.1 206 Partial\r\nContent-Length: 20000\r\n\r\n", 0),
            (
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n",
                0,
            ),
        ] {
            assert_eq!(announced(head, held), (None, head.to_owned()));
        }
    }
}
