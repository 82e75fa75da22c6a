//! Properties of all results from the C ABI.

use std::ffi::{CStr, c_char};
use std::ptr;

use crate::abi::{self, Connection, Error, Response, Value};
use crate::program::SECRET_KEY;

const KIND_NONE: i32 = 0;
const KIND_INTERNAL: i32 = 99;

/// How many values of a document are checked: enough for the fuzzer's input.
const MANY: usize = 2_000;

/// Walks through a document, which may be NULL.
pub fn value(root: *const Value) {
    let mut left = vec![root];
    let mut seen = 0;
    while let Some(value) = left.pop() {
        one_value(value, &mut left);
        seen += 1;
        if seen == MANY {
            break;
        }
    }
}

/// Reads everything of one value, and returns its children.
fn one_value(value: *const Value, children: &mut Vec<*const Value>) {
    let (mut integer, mut number) = (0, 0.0);
    // SAFETY: NULL or a value whose handle is alive; the numbers are written to, and NULL is allowed in their place.
    unsafe {
        let (kind, count) = (abi::nango_value_get_type(value), abi::nango_value_count(value));
        assert_eq!(kind == 0, value.is_null());
        assert!(count == 0 || kind >= 5);
        assert_eq!(text(abi::nango_value_json(value)).is_some(), kind != 0);
        assert!(text(abi::nango_value_string(value)).is_none() || kind == 4);
        let is_integer = abi::nango_value_int64(value, &raw mut integer);
        assert_eq!(abi::nango_value_int64(value, ptr::null_mut()), is_integer);
        assert!(
            is_integer == 0
                || abi::nango_value_double(value, &raw mut number) == 1 && number as i64 == integer
                || integer.abs() > 1 << 53
        );
        assert!(kind == 2 || abi::nango_value_bool(value) == 0);
        for i in 0..count {
            let (key, child) = (abi::nango_value_key_at(value, i), abi::nango_value_at(value, i));
            assert!(!child.is_null());
            if text(key).is_some() {
                let found = abi::nango_value_get(value, key);
                assert!(
                    kind == 6 && !found.is_null(),
                    "a key finds its value, or that of the last one like it"
                );
            }
            children.push(child);
        }
        assert!(abi::nango_value_at(value, count).is_null() && abi::nango_value_key_at(value, count).is_null());
    }
}

/// Walks through a body, which is collected, and looks for a key in it.
pub fn body_value(response: *mut Response, key: *const c_char) {
    let mut failed = ptr::null_mut();
    // SAFETY: NULL or a response that is alive, NULL or a string that stays; `failed` is written to.
    unsafe {
        let root = abi::nango_response_value(response, &raw mut failed);
        outcome(root, failed);
        assert_eq!(
            root,
            abi::nango_response_value(response, ptr::null_mut()),
            "indexed once"
        );
        one_value(abi::nango_value_get(root, key), &mut Vec::new());
        value(root);
        abi::nango_error_free(failed);
    }
}

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
        let root = abi::nango_connection_value(connection);
        assert_eq!(root.is_null(), connection.is_null());
        value(root);
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
        value(abi::nango_error_value(error));
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
    // SAFETY: NULL or a response that is alive, with the stated amount of room; `failed` is written to.
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
