//! Content codings: gzip where the request accepts it, and what some gateways do all the same.

use std::io::{self, Read};

use ureq::http::header::{CONTENT_ENCODING, HeaderMap};

use crate::http::direct::PlainBody;
use crate::http::inflate::Inflated;
use crate::net::exchange_error::{ExchangeError, FailureKind};

/// A body without its content coding.
pub(super) enum DecodedBody {
    Plain(PlainBody),
    /// With the name of its coding.
    Decoded(&'static str, Box<dyn Read + Send>),
}

impl DecodedBody {
    /// Decodes the body that comes with `headers`. A body in an unknown coding stays as it is: see [`refuse_unknown`].
    pub(super) fn new(body: PlainBody, headers: &HeaderMap) -> DecodedBody {
        let name = match codings(headers).as_str() {
            "gzip" | "x-gzip" => "gzip",
            "deflate" => "deflate",
            _ => return DecodedBody::Plain(body),
        };
        DecodedBody::Decoded(name, Box::new(Inflated::new(body, name == "gzip")))
    }

    /// Whether lengths that the head gives are those of something else.
    pub(super) fn is_decoded(&self) -> bool {
        matches!(self, DecodedBody::Decoded(..))
    }
}

impl Read for DecodedBody {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            DecodedBody::Plain(body) => body.read(buffer),
            DecodedBody::Decoded(name, body) => body.read(buffer).map_err(|error| named(name, error)),
        }
    }
}

/// The content codings that a head names, in lower case and without those that change nothing. Several headers are one list (RFC
/// 9110, 5.3).
fn codings(headers: &HeaderMap) -> String {
    let mut list = String::new();
    for line in headers.get_all(CONTENT_ENCODING) {
        for name in String::from_utf8_lossy(line.as_bytes()).split(',').map(str::trim) {
            if name.is_empty() || name.eq_ignore_ascii_case("identity") {
                continue;
            }
            if !list.is_empty() {
                list.push_str(", ");
            }
            list.push_str(name);
        }
    }
    list.make_ascii_lowercase();
    list
}

/// Refuses a body in a coding that is unknown, unless it is JSON as it is: some servers name a character set there.
pub(super) fn refuse_unknown(headers: &HeaderMap, body: &[u8]) -> Result<(), ExchangeError> {
    let name = codings(headers);
    let is_known = matches!(name.as_str(), "" | "gzip" | "x-gzip" | "deflate");
    if is_known || matches!(body.trim_ascii_start().first(), None | Some(b'{' | b'[')) {
        return Ok(());
    }
    let detail = format!(
        "its body has the content coding {name:?}, which the request does not accept: let the gateway in front of Nango send \
         bodies as they are, or compress with gzip"
    );
    Err(ExchangeError::new(FailureKind::Coding, detail))
}

/// The error of a body that is not what its coding promises says so, by name.
#[cold]
fn named(coding: &str, error: io::Error) -> io::Error {
    if !is_corrupt(&error) {
        return error;
    }
    let problem = format!(
        "its body is not {coding}, although its Content-Encoding says so: look at the gateway in front of Nango that compresses it"
    );
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

/// Whether reading a body failed since it is not what its coding promises.
pub(super) fn is_corrupt(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}
