//! The responses: made once, then only sent.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

/// The head that a Nango server behind a usual ingress sends: 14 headers.
fn head(length: usize, connection: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\n\
         Date: Sun, 22 Nov 2026 06:00:00 GMT\r\n\
         Content-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\n\
         Connection: {connection}\r\n\
         Keep-Alive: timeout=61\r\n\
         ETag: W/\"3fe-+7aiyeUV+EI9NupEV/5cizU3FZ0\"\r\n\
         X-RateLimit-Limit: 200\r\n\
         X-RateLimit-Remaining: 150\r\n\
         X-RateLimit-Reset: 1795310490\r\n\
         Access-Control-Allow-Origin: *\r\n\
         Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n\
         X-Content-Type-Options: nosniff\r\n\
         X-Request-Id: 5f1b1f6e-8a2e-4a51-9d2f-6f0f3f6f2c11\r\n\
         Vary: Origin, Accept-Encoding\r\n\r\n"
    )
}

/// A connection with OAuth 2 as a Nango server sends it; its token is invented.
const USUAL: &str = include_str!("../../answer.json").trim_ascii();

/// The metadata of the large response.
const REPLACED: &str = r#""plan":"pro""#;

const LARGE: usize = 5_000_000;

/// The usual response with records of some 90 bytes each in its metadata, so that it has so many bytes or a few more.
fn padded(bytes: usize) -> String {
    let missing = bytes.saturating_sub(USUAL.len());
    let mut records = String::with_capacity(missing + 128);
    for number in 0.. {
        if records.len() >= missing {
            break;
        }
        let _ = write!(
            records,
            r#"{{"id":{number},"name":"record {number}","email":"r{number}@example.com","active":true,"score":0.5}},"#
        );
    }
    USUAL.replace(REPLACED, &format!(r#""records":[{records}null]"#))
}

const RECORDS: usize = 1_000;

/// How many digits the cursor of a page has, and what is behind it in the response.
const CURSOR_LENGTH: usize = 12;
const BEHIND_CURSOR: usize = r#""}"#.len();

/// A record of 1 KB with 20 fields as a Nango server sends it.
const RECORD: &str = include_str!("../../record.json").trim_ascii();

/// A page of records, and the cursor of the next page: the number of that page.
fn records() -> String {
    let record = |number: usize| {
        let padded = format!("{number:012}");
        RECORD.replace("PADDED", &padded).replace("NUMBER", &number.to_string())
    };
    let records = (0..RECORDS).map(record).collect::<Vec<_>>().join(",");
    let next_cursor = "0".repeat(CURSOR_LENGTH);
    format!(r#"{{"records":[{records}],"next_cursor":"{next_cursor}"}}"#)
}

/// A whole response.
#[derive(Clone)]
pub struct Answer {
    /// Head and body.
    pub bytes: Rc<[u8]>,
    /// Whether the server ends the connection afterwards.
    pub closes: bool,
    /// How many connections must have sent a request before any gets its response; 1 for this one only.
    pub at_once: usize,
}

/// Every response that there is.
pub struct Answers {
    usual: Answer,
    closing: Answer,
    large: Answer,
    /// A page of a list without end.
    records: Answer,
    /// The last of a size that a request named, with that size: a client asks for the same again and again.
    sized: RefCell<Option<(usize, Answer)>>,
    absent: Answer,
}

impl Answers {
    /// Makes them.
    pub fn new() -> Self {
        Self {
            usual: answer(USUAL, "keep-alive"),
            closing: answer(USUAL, "close"),
            large: answer(&padded(LARGE), "keep-alive"),
            records: answer(&records(), "keep-alive"),
            sized: RefCell::new(None),
            absent: Answer {
                bytes: Rc::from(&b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"[..]),
                closes: true,
                at_once: 1,
            },
        }
    }

    /// The response to a request. `GET /records` gets a page of 1,000 records, each page with another cursor. Others go
    /// by the connection's id: `close` ends the connection, `large` is 5 MB, `bytes-1000000` is 1 MB, `gather-8` waits
    /// for seven others, any other is as usual.
    pub fn of(&self, request: &[u8]) -> Answer {
        if request.starts_with(b"GET /records") {
            return self.page(request);
        }
        let Some(id) = id(request) else {
            return self.absent.clone();
        };
        if let Some(at_once) = id.strip_prefix(b"gather-") {
            return Answer {
                at_once: number(at_once),
                ..self.usual.clone()
            };
        }
        if let Some(bytes) = id.strip_prefix(b"bytes-") {
            return self.of_size(number(bytes));
        }
        match id {
            _ if id.starts_with(b"close") => self.closing.clone(),
            _ if id.starts_with(b"large") => self.large.clone(),
            _ => self.usual.clone(),
        }
    }

    /// The response of so many bytes.
    fn of_size(&self, bytes: usize) -> Answer {
        let mut sized = self.sized.borrow_mut();
        match &*sized {
            Some((size, answer)) if *size == bytes => answer.clone(),
            _ => {
                let made = answer(&padded(bytes), "keep-alive");
                *sized = Some((bytes, made.clone()));
                made
            }
        }
    }

    /// The page that a request asks for.
    fn page(&self, request: &[u8]) -> Answer {
        let next_cursor = format!("{:0CURSOR_LENGTH$}", cursor(request) + 1);
        let mut bytes = self.records.bytes.to_vec();
        let end = bytes.len() - BEHIND_CURSOR;
        bytes[end - CURSOR_LENGTH..end].copy_from_slice(next_cursor.as_bytes());
        Answer {
            bytes: bytes.into(),
            ..self.records.clone()
        }
    }
}

/// The number in `cursor=12` of a request; 0 without one.
fn cursor(request: &[u8]) -> usize {
    const NAME: &[u8] = b"cursor=";
    let at = request.windows(NAME.len()).position(|part| part == NAME);
    at.map_or(0, |at| number(&request[at + NAME.len()..]))
}

/// The number that a text begins with; 0 without one.
fn number(text: &[u8]) -> usize {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}

/// The path after the route, which has two names, or after that of a call through the proxy.
fn id(request: &[u8]) -> Option<&[u8]> {
    let routes: [&[u8]; 3] = [b"connection/", b"connections/", b"proxy/"];
    let path = request.strip_prefix(b"GET /")?;
    routes.iter().find_map(|route| path.strip_prefix(*route))
}

fn answer(body: &str, connection: &str) -> Answer {
    let whole = head(body.len(), connection) + body;
    Answer {
        bytes: whole.into_bytes().into(),
        closes: connection == "close",
        at_once: 1,
    }
}
