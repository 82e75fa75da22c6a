//! What must hold for whatever comes back over the border.

use std::ffi::{CStr, c_char};
use std::ptr;

use crate::abi::{self, Connection, Error, Response};
use crate::program::SECRET_KEY;

const KIND_NONE: i32 = 0;
const KIND_INTERNAL: i32 = 99;

/// A text is valid UTF-8 and ends in its own memory, which AddressSanitizer watches.
pub fn text<'a>(pointer: *const c_char) -> Option<&'a str> {
    // SAFETY: the library gives NULL or a NUL-terminated string of a handle that is alive until the check is done.
    let text = (!pointer.is_null()).then(|| unsafe { CStr::from_ptr(pointer) });
    text.map(|text| text.to_str().expect("the library gives UTF-8"))
}

/// Reads everything of a connection, which may be NULL.
pub fn connection(connection: *const Connection) {
    for read in abi::TEXTS {
        // SAFETY: NULL or a connection that is alive.
        let found = text(unsafe { read(connection) });
        assert!(!connection.is_null() || found.is_none());
    }
    let mut number = 0;
    // SAFETY: as above; `number` is written to, and NULL is allowed in its place.
    unsafe {
        abi::nango_connection_id(connection);
        let has_account = abi::nango_connection_account_id(connection, &raw mut number);
        assert_eq!(
            abi::nango_connection_account_id(connection, std::ptr::null_mut()),
            has_account
        );
        let expires = abi::nango_connection_expires_at_ms(connection, &raw mut number);
        assert_eq!(
            abi::nango_connection_expires_at_ms(connection, std::ptr::null_mut()),
            expires
        );
        assert!((0..=20).contains(&abi::nango_connection_auth_mode(connection)));
    }
}

/// Looks something up in a connection, twice.
pub fn look_up(connection: *const Connection, what: *const c_char) {
    for look_up in abi::LOOK_UPS {
        // SAFETY: NULL or a connection that is alive, and NULL or a string that stays.
        let (first, second) = unsafe { (look_up(connection, what), look_up(connection, what)) };
        assert_eq!(first, second, "a look-up is remembered");
        text(first);
    }
}

/// Reads everything of an error, which may be NULL.
pub fn error(error: *const Error) {
    for read in abi::ERROR_TEXTS {
        // SAFETY: NULL or an error that is alive.
        let found = text(unsafe { read(error) });
        assert!(!error.is_null() || found.is_none());
    }
    // SAFETY: as above.
    unsafe {
        let kind = abi::nango_error_get_kind(error);
        assert!(kind != KIND_INTERNAL, "a fault inside the library");
        assert_eq!(kind == KIND_NONE, error.is_null());
        assert!(text(abi::nango_error_kind_name(kind)).is_some());
        let message = text(abi::nango_error_message(error)).unwrap_or_default();
        assert!(!message.contains(SECRET_KEY), "a message holds no key");
        assert!((0..1000).contains(&abi::nango_error_http_status(error)));
        assert!(abi::nango_error_retry_after_ms(error) >= -1);
        assert!(abi::nango_error_attempts(error) >= 0);
        assert!((0..=1).contains(&abi::nango_error_is_retryable(error)));
    }
}

/// A call gives a result or an error, never both and never neither.
pub fn outcome<T>(result: *const T, failed: *const Error) {
    assert_eq!(result.is_null(), !failed.is_null());
    error(failed);
}

/// Reads all of a response but its body. It may be NULL.
pub fn response(response: *const Response) {
    // SAFETY: NULL or a response that is alive.
    unsafe {
        let status = abi::nango_response_status(response);
        assert!((0..1000).contains(&status) && (status == 0) == response.is_null());
        let count = abi::nango_response_header_count(response);
        assert!(!response.is_null() || count == 0);
        for i in 0..count {
            let name = abi::nango_response_header_name(response, i);
            assert!(text(name).is_some() && text(abi::nango_response_header_value(response, i)).is_some());
            assert!(
                !abi::nango_response_header(response, name).is_null(),
                "a header has its name"
            );
        }
        for i in [count, usize::MAX] {
            assert!(abi::nango_response_header_name(response, i).is_null());
            assert!(abi::nango_response_header_value(response, i).is_null());
        }
    }
}

/// Looks for a header, twice.
pub fn header(response: *const Response, name: *const c_char) {
    // SAFETY: NULL or a response that is alive, NULL or a string that stays.
    let (first, second) = unsafe {
        (
            abi::nango_response_header(response, name),
            abi::nango_response_header(response, name),
        )
    };
    assert_eq!(first, second);
    text(first);
}

/// Reads a part of a body; gives how much came.
pub fn part(response: *mut Response, room: &mut [u8]) -> usize {
    let mut failed = ptr::null_mut();
    // SAFETY: NULL or a response that is alive, as much room as is said; `failed` is written to.
    let count = unsafe { abi::nango_response_read(response, room.as_mut_ptr().cast(), room.len(), &raw mut failed) };
    error(failed);
    assert_eq!(count < 0, !failed.is_null(), "a count or an error");
    assert!(count <= room.len() as i64 && (count >= 0 || count == -1));
    // SAFETY: NULL or an error of ours.
    unsafe { abi::nango_error_free(failed) };
    usize::try_from(count).unwrap_or(0)
}

/// Collects a body, twice.
pub fn body(response: *mut Response) {
    let (mut failed, mut size) = (ptr::null_mut(), usize::MAX);
    // SAFETY: NULL or a response that is alive; `failed` and `size` are written to, and NULL is allowed in their place.
    unsafe {
        let first = abi::nango_response_body(response, &raw mut size, &raw mut failed);
        outcome(first, failed);
        let second = abi::nango_response_body(response, ptr::null_mut(), ptr::null_mut());
        assert_eq!(first, second, "what was collected stays, and so does a failure");
        match first.is_null() {
            true => assert_eq!(size, 0),
            false => assert_eq!(*first.cast::<u8>().add(size), 0, "a NUL is behind it"),
        }
        abi::nango_error_free(failed);
    }
}

/// Looks something up in a body, twice.
pub fn look_up_in_body(response: *mut Response, what: *const c_char) {
    for look_up in abi::LOOK_UPS_IN_BODY {
        // SAFETY: NULL or a response that is alive, and NULL or a string that stays.
        let (first, second) = unsafe { (look_up(response, what), look_up(response, what)) };
        assert_eq!(first, second, "a look-up is remembered");
        text(first);
    }
}
