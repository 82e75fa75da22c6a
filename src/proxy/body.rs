//! The body of a request: from memory, or from a reader, which cannot go back.

use std::io::{self, Read};
use std::sync::{Mutex, MutexGuard, TryLockError};

use crate::client::error::Error;
use crate::http::Source;
use crate::text::secret::Wiped;

/// Where a body comes from.
#[derive(Default)]
pub(crate) enum Content {
    #[default]
    None,
    Bytes(Wiped),
    Reader {
        state: Mutex<ReaderState>,
        length: Option<u64>,
    },
}

/// A reader, which cannot go back.
pub(crate) struct ReaderState {
    reader: Box<dyn Read + Send>,
    was_read: bool,
}

/// The body of one call.
pub(crate) enum Sending<'a> {
    Bytes {
        bytes: &'a [u8],
        at: usize,
    },
    Reader {
        state: MutexGuard<'a, ReaderState>,
        length: Option<u64>,
        /// How much was read.
        count: u64,
    },
}

impl Sending<'_> {
    /// How many bytes it has, as far as that is known: all that were announced, or so many as were read.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Sending::Bytes { bytes, .. } => bytes.len() as u64,
            Sending::Reader { length, count, .. } => length.unwrap_or(*count),
        }
    }
}

impl Content {
    pub(crate) fn from_reader(reader: impl Read + Send + 'static, length: Option<u64>) -> Content {
        let reader = ReaderState {
            reader: Box::new(reader),
            was_read: false,
        };
        Content::Reader {
            state: Mutex::new(reader),
            length,
        }
    }

    /// The body for one call; `None` if there is none.
    pub(crate) fn begin(&self) -> Result<Option<Sending<'_>>, Error> {
        let (state, length) = match self {
            Content::None => return Ok(None),
            Content::Bytes(bytes) => return Ok(Some(Sending::Bytes { bytes, at: 0 })),
            Content::Reader { state, length } => (state, *length),
        };
        match state.try_lock() {
            Ok(state) if !state.was_read => Ok(Some(Sending::Reader {
                state,
                length,
                count: 0,
            })),
            Ok(_) | Err(TryLockError::Poisoned(_)) => Err(Error::invalid_argument(
                "request has a body reader that was already read: make a new request for each call",
            )),
            Err(TryLockError::WouldBlock) => Err(Error::invalid_argument(
                "request has a body reader that another call is reading: make a new request for each call",
            )),
        }
    }
}

impl Read for Sending<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Sending::Bytes { bytes, at } => {
                let rest = &bytes[*at..];
                let count = rest.len().min(buffer.len());
                buffer[..count].copy_from_slice(&rest[..count]);
                *at += count;
                Ok(count)
            }
            Sending::Reader { state, count, .. } => {
                state.was_read = true;
                let read = state.reader.read(buffer)?;
                *count += read as u64;
                Ok(read)
            }
        }
    }
}

impl Source for Sending<'_> {
    fn length(&self) -> Option<u64> {
        match self {
            Sending::Bytes { bytes, .. } => Some(bytes.len() as u64),
            Sending::Reader { length, .. } => *length,
        }
    }

    fn rewind(&mut self) -> bool {
        match self {
            Sending::Bytes { at, .. } => {
                *at = 0;
                true
            }
            Sending::Reader { state, .. } => !state.was_read,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_serves_one_call_and_bytes_serve_many() {
        let body = Content::Bytes(Wiped::from(b"ab".to_vec()));
        for _ in 0..2 {
            let mut sending = body.begin().unwrap().unwrap();
            let mut text = String::new();
            sending.read_to_string(&mut text).unwrap();
            assert!(text == "ab" && sending.rewind());
        }
        let body = Content::from_reader(&b"ab"[..], Some(2));
        let mut sending = body.begin().unwrap().unwrap();
        assert!(body.begin().is_err_and(|e| e.message().contains("another call")));
        assert!(sending.rewind());
        assert_eq!(sending.read(&mut [0]).unwrap(), 1);
        assert!(!sending.rewind());
        drop(sending);
        assert!(body.begin().is_err_and(|e| e.message().contains("already")));
    }
}
