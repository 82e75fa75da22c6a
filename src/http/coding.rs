//! Content codings. Requests say that none is accepted, but some gateways compress all the same.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use ureq::BodyReader;
use ureq::http::header::{CONTENT_ENCODING, HeaderMap};

use crate::net::exchange_error::{ExchangeError, FailureKind};

/// How much of a compressed body is read at once.
const BUFFER_SIZE: usize = 4096;

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
        DecodedBody::Decoded(Box::new(Compressed::new(body, is_gzip)))
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

/// A compressed body. Its first bytes tell how it is to be read.
struct Compressed<R> {
    /// `None` once `decoder` has it.
    body: Option<BufReader<Source<R>>>,
    is_gzip: bool,
    decoder: Box<dyn Read + Send>,
}

impl<R: Read + Send + 'static> Compressed<R> {
    fn new(body: R, is_gzip: bool) -> Compressed<R> {
        Compressed {
            body: Some(BufReader::with_capacity(BUFFER_SIZE, Source(body))),
            is_gzip,
            decoder: Box::new(io::empty()),
        }
    }

    fn decoder(mut body: BufReader<Source<R>>, is_gzip: bool) -> io::Result<Box<dyn Read + Send>> {
        Ok(match body.fill_buf()? {
            // A response to HEAD has a coding too.
            [] => Box::new(io::empty()),
            _ if is_gzip => Box::new(MultiGzDecoder::new(body)),
            first if is_zlib(first) => Box::new(ZlibDecoder::new(body)),
            // What some servers send as deflate.
            _ => Box::new(DeflateDecoder::new(body)),
        })
    }
}

impl<R: Read + Send + 'static> Read for Compressed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(body) = self.body.take() {
            self.decoder = Compressed::decoder(body, self.is_gzip).map_err(blamed)?;
        }
        self.decoder.read(buffer).map_err(blamed)
    }
}

/// What a compressed body comes from. Marks its failures: all others are those of the decoder.
struct Source<R>(R);

/// A failure to receive a body.
#[derive(Debug)]
struct NotReceived(io::Error);

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0
            .read(buffer)
            .map_err(|error| io::Error::new(error.kind(), NotReceived(error)))
    }
}

impl std::error::Error for NotReceived {}

impl fmt::Display for NotReceived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The failure of the source, or one that says that the body is not what its coding promises.
fn blamed(error: io::Error) -> io::Error {
    match error.downcast::<NotReceived>() {
        Ok(NotReceived(error)) => error,
        Err(error) => io::Error::new(io::ErrorKind::InvalidData, error),
    }
}

/// Whether a body begins as zlib's format does (RFC 1950).
fn is_zlib(first: &[u8]) -> bool {
    match *first {
        [method, flags, ..] => method & 0x0f == 8 && u16::from_be_bytes([method, flags]) % 31 == 0,
        _ => true,
    }
}

/// Whether reading a body failed since it is not what its coding promises.
pub(super) fn is_corrupt(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    const TEXT: &[u8] = b"an invented body, an invented body, an invented body";

    fn decoded(body: Vec<u8>, is_gzip: bool) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        Compressed::new(Cursor::new(body), is_gzip).read_to_end(&mut text)?;
        Ok(text)
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn gzip_and_both_kinds_of_deflate_are_decoded() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(TEXT).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
        raw.write_all(TEXT).unwrap();
        for (body, is_gzip) in [
            (gzip(TEXT), true),
            (zlib.finish().unwrap(), false),
            (raw.finish().unwrap(), false),
        ] {
            assert_eq!(decoded(body, is_gzip).unwrap(), TEXT, "{is_gzip}");
        }
        assert_eq!(
            decoded([gzip(TEXT), gzip(TEXT)].concat(), true).unwrap(),
            TEXT.repeat(2)
        );
        assert_eq!(decoded(Vec::new(), true).unwrap(), b"");
    }

    #[test]
    fn what_is_not_compressed_or_cut_off_is_an_error() {
        assert!(is_corrupt(&decoded(TEXT.to_vec(), true).unwrap_err()));
        let mut body = gzip(TEXT);
        body.truncate(body.len() - 3);
        assert!(is_corrupt(&decoded(body, true).unwrap_err()));
    }
}
