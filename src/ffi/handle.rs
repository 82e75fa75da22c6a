//! What crosses the border besides handles: strings, numbers and flags.

use std::ffi::{CStr, c_char};
use std::ptr;
use std::time::Duration;

use crate::error::Error;
use crate::secret_text::Text;

/// A `const char *` argument.
pub(super) enum Argument<'a> {
    Null,
    NotUtf8,
    Text(&'a str),
}

/// Reads a string argument.
///
/// # Safety
/// `pointer` is NULL or points to a NUL-terminated string that nobody changes during `'a`: the header asks for that.
pub(super) unsafe fn argument<'a>(pointer: *const c_char) -> Argument<'a> {
    if pointer.is_null() {
        return Argument::Null;
    }
    // SAFETY: not NULL, so by this function's contract a NUL-terminated string that stays as it is during `'a`.
    match unsafe { CStr::from_ptr(pointer) }.to_str() {
        Ok(text) => Argument::Text(text),
        Err(_) => Argument::NotUtf8,
    }
}

impl<'a> Argument<'a> {
    /// The text of an argument that must be given.
    pub(super) fn required(self, name: &str) -> Result<&'a str, Error> {
        match self {
            Argument::Text(text) => Ok(text),
            Argument::Null => Err(Error::invalid_argument(format!("{name} is NULL: pass a string"))),
            Argument::NotUtf8 => Err(not_utf8(name)),
        }
    }

    /// The text of an argument whose absence is an answer too.
    pub(super) fn text(self) -> Option<&'a str> {
        match self {
            Argument::Text(text) => Some(text),
            Argument::Null | Argument::NotUtf8 => None,
        }
    }
}

pub(super) fn not_utf8(name: &str) -> Error {
    Error::invalid_argument(format!("{name} is not valid UTF-8: pass UTF-8"))
}

/// A handle that must be given.
pub(super) fn required<'a, T>(handle: Option<&'a T>, name: &str) -> Result<&'a T, Error> {
    handle.ok_or_else(|| Error::invalid_argument(format!("{name} is NULL: pass what its _new function returned")))
}

/// A string for C, which belongs to the handle it comes from. NULL if absent.
pub(super) fn c_string(text: Option<Text<'_>>) -> *const c_char {
    // A `Text` is followed by a NUL in its buffer.
    text.map_or(ptr::null(), |text| text.as_str().as_ptr().cast())
}

/// Milliseconds; negative means the default.
pub(super) fn duration(ms: i64) -> Option<Duration> {
    u64::try_from(ms).ok().map(Duration::from_millis)
}

/// Milliseconds, or the largest number if there are more.
pub(super) fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
