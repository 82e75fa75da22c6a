//! Reading a body of bounded size into memory that is wiped, also where it grows.

use std::io::{self, Read};

use ureq::Body;
use ureq::http::header::HeaderMap;

use crate::http::coding::{self, DecodedBody};
use crate::http::direct::PlainBody;
use crate::http::failure::classify;
use crate::http::spare;
use crate::net::context;
use crate::net::exchange_error::{ExchangeError, FailureKind};

use crate::text::secret::Wiped;

/// How many bytes are set aside for a body that was announced.
const MAX_SET_ASIDE: u64 = 1024 * 1024;

/// Bytes behind a body in which its texts fit once more, each with its NUL: mostly, so that the body need not be moved. One at
/// least, so that there is room to see that a body has ended.
const ROOM_FOR_TEXTS: usize = 512;

/// Reads until `read` gives nothing more; `None` if there are more than `limit` bytes. `announced` is how many there should
/// be.
pub(crate) fn collect<E>(
    announced: Option<u64>,
    limit: u64,
    mut read: impl FnMut(&mut [u8]) -> Result<usize, E>,
) -> Result<Option<Wiped>, E> {
    if announced.is_some_and(|length| length > limit) {
        return Ok(None);
    }
    // What the server announces is only its word: no more is set aside for it before it comes.
    let expected = announced.unwrap_or(4096).min(limit);
    let mut buffer = spare::body(expected.min(MAX_SET_ASIDE) as usize + ROOM_FOR_TEXTS, announced);
    let mut filled = 0;
    loop {
        if filled == buffer.len() {
            // Now that much of it has come, the rest is believed, within reason.
            let all = usize::try_from(expected)
                .unwrap_or(usize::MAX)
                .saturating_add(ROOM_FOR_TEXTS);
            let size = all.min(filled * 16).max(filled * 2);
            let mut larger = Wiped::zeroed(size);
            larger[..filled].copy_from_slice(&buffer);
            buffer = larger;
        }
        match read(&mut buffer[filled..])? {
            0 => break,
            n => filled += n,
        }
        if filled as u64 > limit {
            return Ok(None);
        }
    }
    buffer.truncate(filled);
    Ok(Some(buffer))
}

/// Reads a body of at most `limit` bytes into memory, as [`decoded`] gives it.
pub(super) fn read(
    body: Body,
    status: u16,
    headers: &HeaderMap,
    limit: u64,
) -> Result<(Wiped, Option<String>), ExchangeError> {
    let direct = context::direct_length();
    let announced = direct.or(body.content_length());
    let reader = PlainBody::new(body.into_with_config().limit(u64::MAX).reader(), direct);
    let mut reader = DecodedBody::new(reader, headers);
    let announced = announced.filter(|_| !reader.is_decoded());
    let collected = collect(announced, limit, |room| {
        loop {
            match reader.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result.map_err(|error| broken(&error)),
            }
        }
    });
    decoded(collected, status, headers, limit)
}

/// A body that was collected within `limit`, and why it is empty if its coding cannot be decoded. Only where the status is a good
/// one is that a failure: any other says what happened without a body, such as the page of a gateway.
pub(crate) fn decoded(
    collected: Result<Option<Wiped>, ExchangeError>,
    status: u16,
    headers: &HeaderMap,
    limit: u64,
) -> Result<(Wiped, Option<String>), ExchangeError> {
    let result = collected.and_then(|collected| match collected {
        Some(body) => coding::refuse_unknown(headers, &body).map(|()| body),
        None => Err(ExchangeError::new(
            FailureKind::TooLarge,
            format!("its body is larger than max_response_bytes, {limit} bytes"),
        )),
    });
    match result {
        Err(failure) if failure.kind == FailureKind::Coding && status >= 300 => {
            Ok((Wiped::default(), Some(failure.detail)))
        }
        result => result.map(|body| (body, None)),
    }
}

/// A body that ended early or breaks the rules of its encoding.
pub(crate) fn broken(error: &io::Error) -> ExchangeError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
    match inner {
        Some(error @ ureq::Error::Protocol(_)) => classify(error),
        None if error.kind() == io::ErrorKind::FileTooLarge => {
            ExchangeError::new(FailureKind::TooLarge, error.to_string())
        }
        None if coding::is_corrupt(error) => ExchangeError::new(FailureKind::Coding, error.to_string()),
        _ => ExchangeError::new(FailureKind::Io, "the response body ended early".to_owned()),
    }
}
