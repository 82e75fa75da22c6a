//! Content codings. Requests say that none is accepted, but some gateways compress all the same.

use std::io::{self, Read};

use ureq::BodyReader;
use ureq::http::header::{CONTENT_ENCODING, HeaderMap};

use crate::http::inflate::Inflated;
use crate::net::exchange_error::{ExchangeError, FailureKind};

/// A body without its content coding.
pub(super) enum DecodedBody {
    Plain(BodyReader<'static>),
    Decoded(Box<dyn Read + Send>),
}

impl DecodedBody {
    /// Decodes the body that comes with `headers`. A body in an unknown coding stays as it is: see [`refuse_unknown`].
    pub(super) fn new(body: BodyReader<'static>, headers: &HeaderMap) -> DecodedBody {
        let is_gzip = match coding(headers).as_deref() {
            Some("gzip" | "x-gzip") => true,
            Some("deflate") => false,
            _ => return DecodedBody::Plain(body),
        };
        DecodedBody::Decoded(Box::new(Inflated::new(body, is_gzip)))
    }

    /// Whether lengths that the head gives are those of something else.
    pub(super) fn is_decoded(&self) -> bool {
        matches!(self, DecodedBody::Decoded(_))
    }
}

impl Read for DecodedBody {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            DecodedBody::Plain(body) => body.read(buffer),
            DecodedBody::Decoded(body) => body.read(buffer),
        }
    }
}

/// The content coding that a head names, in lower case.
fn coding(headers: &HeaderMap) -> Option<String> {
    let name = headers.get(CONTENT_ENCODING)?;
    Some(String::from_utf8_lossy(name.as_bytes()).trim().to_ascii_lowercase())
}

/// Refuses a body in a coding that is unknown, unless it is JSON as it is: some servers name a character set there.
pub(super) fn refuse_unknown(headers: &HeaderMap, body: &[u8]) -> Result<(), ExchangeError> {
    let Some(name) = coding(headers) else {
        return Ok(());
    };
    let is_known = matches!(name.as_str(), "" | "identity" | "gzip" | "x-gzip" | "deflate");
    if is_known || matches!(body.trim_ascii_start().first(), None | Some(b'{' | b'[')) {
        return Ok(());
    }
    let detail = format!(
        "its body has the content coding {name:?}, although the request accepts none: let the gateway in front of Nango send \
         bodies as they are, or compress with gzip"
    );
    Err(ExchangeError::new(FailureKind::Coding, detail))
}

/// Whether reading a body failed since it is not what its coding promises.
pub(super) fn is_corrupt(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}
