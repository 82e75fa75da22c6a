//! A request through the proxy: what is sent, and how the answer is read.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use nango::{CallOptions, Client, Error, Request, Response};
use nango_hostile::pattern::{Sum, UPLOAD};

use crate::{Failure, later, number};

/// What came out of a response.
pub struct Answered {
    pub status: u16,
    pub sum: Sum,
}

/// How the body of a response is read.
enum Reading {
    Collect,
    Parts,
    /// So many bytes, and then no more.
    Drop(u64),
}

/// A body that is made as it is read.
struct Pattern {
    at: u64,
    size: u64,
}

impl Read for Pattern {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let offset = self.at as usize % UPLOAD.len();
        let turned = [&UPLOAD[offset..], &UPLOAD[..offset]].concat();
        for place in buffer.chunks_mut(UPLOAD.len()) {
            place.copy_from_slice(&turned[..place.len()]);
        }
        let count = usize::try_from(self.size - self.at)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        self.at += count as u64;
        Ok(count)
    }
}

/// Makes the request and reads the answer as `fields` say.
pub fn call(client: &Arc<Client>, fields: &BTreeMap<String, String>) -> Result<Answered, Failure> {
    let mut options = CallOptions::new();
    let text = |name| fields.get(name).map_or("", String::as_str);
    let mut request = Request::new(text("method"), text("endpoint"));
    let mut reading = Reading::Parts;
    for (name, value) in fields {
        match name.as_str() {
            "method" | "endpoint" | "body_length" | "read_bytes" => {}
            "body" => set_body(&mut request, number(value), text("body_length")),
            "idle_timeout_ms" => {
                request.idle_timeout(Duration::from_millis(number(value)));
            }
            "timeout_ms" => {
                options.timeout(Duration::from_millis(number(value)));
            }
            "cancel_after_ms" => later::cancel(&mut options, number(value)),
            "shutdown_after_ms" => later::shut_down(client, number(value)),
            "read" => {
                reading = match value.as_str() {
                    "collect" => Reading::Collect,
                    "parts" => Reading::Parts,
                    "drop" => Reading::Drop(number(text("read_bytes"))),
                    other => panic!("no such way to read: {other}"),
                }
            }
            other => panic!("no such setting of a request: {other}"),
        }
    }
    let mut response = client.proxy("c", "p", &request, &options).map_err(Failure::of_call)?;
    let mut sum = Sum::EMPTY;
    match read(&mut response, &reading, &mut sum) {
        Ok(()) => Ok(Answered {
            status: response.status(),
            sum,
        }),
        Err(error) => Err(Failure { error, read: Some(sum) }),
    }
}

fn set_body(request: &mut Request, size: u64, length: &str) {
    let mut body = Pattern { at: 0, size };
    match length {
        "known" => request.body_reader(body, Some(size), "text/plain"),
        "chunked" => request.body_reader(body, None, "text/plain"),
        "memory" => {
            let mut bytes = Vec::new();
            body.read_to_end(&mut bytes).expect("a pattern can be read");
            request.body(bytes, "text/plain")
        }
        other => panic!("no such length of a body: {other}"),
    };
}

fn read(response: &mut Response, reading: &Reading, sum: &mut Sum) -> Result<(), Error> {
    let most = match reading {
        Reading::Collect => {
            sum.add(response.body()?);
            return Ok(());
        }
        Reading::Parts => u64::MAX,
        Reading::Drop(bytes) => *bytes,
    };
    let mut buffer = vec![0; 64 * 1024];
    while sum.count < most {
        let room = usize::try_from(most - sum.count)
            .unwrap_or(buffer.len())
            .min(buffer.len());
        match response.read(&mut buffer[..room]) {
            Ok(0) => break,
            Ok(count) => sum.add(&buffer[..count]),
            Err(error) => return Err(error.downcast::<Error>().expect("an error of the library")),
        }
    }
    Ok(())
}
