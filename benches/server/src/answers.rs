//! The responses: made once, then only sent.

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

/// The usual response with records of some 90 bytes each in its metadata.
fn large() -> String {
    let mut records = String::new();
    for number in 0.. {
        if records.len() >= LARGE {
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
const FIELDS: usize = 20;

/// A page of records, each field of which is a text of 16 characters.
fn records() -> String {
    let fields = |record| (0..FIELDS).map(move |field| format!(r#""field_{field:02}":"{record:07}, {field:07}""#));
    let records = (0..RECORDS).map(|record| format!("{{{}}}", fields(record).collect::<Vec<_>>().join(",")));
    format!(
        r#"{{"records":[{}],"next_cursor":null}}"#,
        records.collect::<Vec<_>>().join(",")
    )
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
    records: Answer,
    absent: Answer,
}

impl Answers {
    /// Makes them.
    pub fn new() -> Self {
        Self {
            usual: answer(USUAL, "keep-alive"),
            closing: answer(USUAL, "close"),
            large: answer(&large(), "keep-alive"),
            records: answer(&records(), "keep-alive"),
            absent: Answer {
                bytes: Rc::from(&b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"[..]),
                closes: true,
                at_once: 1,
            },
        }
    }

    /// The response to a request, by the connection's id: `close` ends the connection, `large` is 5 MB, `records` a
    /// page of 1,000 records, `gather-8` waits for seven others, any other is as usual.
    pub fn of(&self, request: &[u8]) -> Answer {
        let Some(id) = id(request) else {
            return self.absent.clone();
        };
        if let Some(at_once) = id.strip_prefix(b"gather-") {
            let digits = at_once.iter().take_while(|byte| byte.is_ascii_digit());
            let at_once = digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'));
            return Answer {
                at_once,
                ..self.usual.clone()
            };
        }
        match id {
            _ if id.starts_with(b"close") => self.closing.clone(),
            _ if id.starts_with(b"large") => self.large.clone(),
            _ if id.starts_with(b"records") => self.records.clone(),
            _ => self.usual.clone(),
        }
    }
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
