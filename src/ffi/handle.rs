//! What crosses the border besides handles: strings, numbers and flags.

use std::ffi::{CStr, c_char, c_void};
use std::ptr;
use std::time::Duration;

use crate::client::error::Error;
use crate::text::secret::Text;

/// A `const char *` argument.
#[derive(Clone, Copy)]
pub(super) enum Argument<'a> {
    Null,
    NotUtf8,
    Text(&'a str),
}

/// Reads a string argument.
///
/// # Safety
/// `pointer` is NULL or points to a NUL-terminated string that is not modified during `'a`: the header requires that.
// Not inlined: some fifty places use it, in which it would take 20 KB of the library.
#[inline(never)]
pub(super) unsafe fn argument<'a>(pointer: *const c_char) -> Argument<'a> {
    if pointer.is_null() {
        return Argument::Null;
    }
    // SAFETY: not NULL, so by this function's contract a NUL-terminated string that stays as it is during `'a`.
    match text(unsafe { CStr::from_ptr(pointer) }.to_bytes()) {
        Some(text) => Argument::Text(text),
        None => Argument::NotUtf8,
    }
}

/// The bytes of a string argument that need not be UTF-8.
///
/// # Safety
/// As `argument`.
pub(super) unsafe fn c_bytes<'a>(pointer: *const c_char) -> Option<&'a [u8]> {
    // SAFETY: not NULL, so by this function's contract a NUL-terminated string that stays as it is during `'a`.
    (!pointer.is_null()).then(|| unsafe { CStr::from_ptr(pointer) }.to_bytes())
}

/// Bytes as text, if they are UTF-8. Ids are ASCII nearly always, which takes a fraction of the time to find out.
fn text(bytes: &[u8]) -> Option<&str> {
    match bytes.is_ascii() {
        // SAFETY: ASCII is UTF-8.
        true => Some(unsafe { std::str::from_utf8_unchecked(bytes) }),
        false => std::str::from_utf8(bytes).ok(),
    }
}

impl<'a> Argument<'a> {
    /// The text of an argument that must be given.
    pub(super) fn required(self, name: &str) -> Result<&'a str, Error> {
        match self {
            Argument::Text(text) => Ok(text),
            Argument::Null => Err(no_string(name)),
            Argument::NotUtf8 => Err(not_utf8(name)),
        }
    }

    /// The text of an optional argument.
    pub(super) fn text(self) -> Option<&'a str> {
        match self {
            Argument::Text(text) => Some(text),
            Argument::Null | Argument::NotUtf8 => None,
        }
    }
}

#[cold]
#[inline(never)]
fn no_string(name: &str) -> Error {
    Error::invalid_argument(format!("{name} is NULL: pass a string"))
}

#[cold]
#[inline(never)]
pub(super) fn not_utf8(name: &str) -> Error {
    Error::invalid_argument(format!("{name} is not valid UTF-8: pass UTF-8"))
}

/// A handle that must be given.
pub(super) fn required<'a, T>(handle: Option<&'a T>, name: &str) -> Result<&'a T, Error> {
    handle.ok_or_else(|| is_null(name))
}

/// A handle that must be given and was not.
#[cold]
#[inline(never)]
pub(super) fn is_null(name: &str) -> Error {
    Error::invalid_argument(format!("{name} is NULL: pass what its _new function returned"))
}

/// The same for one that is changed.
pub(super) fn required_mut<'a, T>(handle: Option<&'a mut T>, name: &str) -> Result<&'a mut T, Error> {
    handle.ok_or_else(|| Error::invalid_argument(format!("{name} is NULL: pass what the call returned")))
}

/// The bytes from C, where they are; `None` if the length is not 0 and the pointer is NULL.
///
/// # Safety
/// `data` is NULL or points to `len` readable bytes that are not modified during `'a`: the header requires that.
pub(super) unsafe fn borrowed<'a>(data: *const c_void, len: usize) -> Option<&'a [u8]> {
    match (len, data.is_null()) {
        (0, _) => Some(&[]),
        (_, true) => None,
        // SAFETY: not NULL, so by this function's contract so many readable bytes.
        (len, false) => Some(unsafe { std::slice::from_raw_parts(data.cast::<u8>(), len) }),
    }
}

/// A copy of the bytes from C; `None` if the length is not 0 and the pointer is NULL.
///
/// # Safety
/// `data` is NULL or points to `len` readable bytes that are not modified during the call: the header requires that.
pub(super) unsafe fn bytes(data: *const c_void, len: usize) -> Option<Vec<u8>> {
    // SAFETY: by this function's contract.
    unsafe { borrowed(data, len) }.map(<[u8]>::to_vec)
}

/// A copy of the numbers from C; `None` if the count is not 0 and the pointer is NULL.
///
/// # Safety
/// `numbers` is NULL or points to `count` readable numbers that are not modified during the call: the header requires
/// that.
pub(super) unsafe fn numbers(numbers: *const i32, count: usize) -> Option<Vec<i32>> {
    match (count, numbers.is_null()) {
        (0, _) => Some(Vec::new()),
        (_, true) => None,
        // SAFETY: not NULL, so by this function's contract so many readable numbers, aligned as C aligns them.
        (count, false) => Some(unsafe { std::slice::from_raw_parts(numbers, count) }.to_vec()),
    }
}

/// Room that C passes, to be written to; `None` for NULL.
///
/// # Safety
/// `buffer` is NULL or points to `capacity` writable bytes that are not used elsewhere during `'a`: the header requires
/// that.
pub(super) unsafe fn room<'a>(buffer: *mut c_void, capacity: usize) -> Option<&'a mut [u8]> {
    if buffer.is_null() {
        return None;
    }
    // A slice cannot be longer; nor can anything in memory.
    let capacity = capacity.min(isize::MAX as usize);
    // SAFETY: not NULL, so by this function's contract so many writable bytes. They are only written to.
    Some(unsafe { std::slice::from_raw_parts_mut(buffer.cast::<u8>(), capacity) })
}

/// Frees a handle: its block first, then what it held. A second time the allocator, AddressSanitizer or Valgrind finds
/// the block freed already, before anything is done with what is left in it.
pub(super) fn free<T>(handle: Option<Box<T>>) {
    drop(handle.map(unboxed));
}

/// The contents of a box, whose block is free when this returns.
#[expect(clippy::boxed_local, reason = "its block is freed here")]
pub(super) fn unboxed<T>(handle: Box<T>) -> T {
    *handle
}

/// A string for C, which belongs to the handle it comes from. NULL if absent.
pub(super) fn c_string(text: Option<Text<'_>>) -> *const c_char {
    // A `Text` is followed by a NUL in its buffer.
    text.map_or(ptr::null(), |text| text.as_bytes().as_ptr().cast())
}

/// Milliseconds; negative means the default.
pub(super) fn duration(ms: i64) -> Option<Duration> {
    u64::try_from(ms).ok().map(Duration::from_millis)
}

/// Milliseconds, or the largest number if there are more.
pub(super) fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
