//! What a failure of ureq means.

use crate::net::exchange_error::{ExchangeError, FailureKind};

const HEAD_TOO_LARGE: &str = "its headers are longer than 16 KiB";
const NO_HTTP: &str = "the server did not reply with valid HTTP/1.1";

/// What an error of ureq itself means. The transport's own failures are noted where they happen and come first.
pub(super) fn classify(error: &ureq::Error) -> ExchangeError {
    let kind = match error {
        ureq::Error::LargeResponseHeader(..) => FailureKind::TooLarge,
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => FailureKind::NotHttp,
        _ => FailureKind::Io,
    };
    let detail = match error {
        ureq::Error::LargeResponseHeader(..) => HEAD_TOO_LARGE.to_owned(),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => NO_HTTP.to_owned(),
        other => other.to_string(),
    };
    ExchangeError::new(kind, detail)
}
