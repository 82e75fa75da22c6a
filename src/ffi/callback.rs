//! Callbacks

use std::ffi::{CString, c_char, c_void};

use crate::client::log_record::{LogLevel, LogRecord};

/// abi: enumeration nango_log_level
/// Log level: a call failed permanently.
pub const NANGO_LOG_ERROR: i32 = 1;
/// Log level: an attempt failed and will be retried; or the program cancelled a call.
pub const NANGO_LOG_WARN: i32 = 2;
/// Log level: an attempt received a response; or Nango has no such connection.
pub const NANGO_LOG_INFO: i32 = 3;
/// Log level: which connection a call gets, whether it comes from the cache, and that the call succeeded.
pub const NANGO_LOG_DEBUG: i32 = 4;
/// Log level: every step.
pub const NANGO_LOG_TRACE: i32 = 5;

/// abi: level is a nango_log_level
/// Receives a log message. Called on the thread that makes the call, so on several threads at once if several make
/// calls. `message` is valid only until the function returns. It must not call the same client, throw, longjmp, or end
/// the thread.
pub type nango_log_fn = Option<unsafe extern "C" fn(user_data: *mut c_void, level: i32, message: *const c_char)>;

/// abi: level is a nango_log_level
/// Receives a log message with its attributes: a JSON object of texts and numbers. Called like nango_log_fn; `message`
/// and `attributes` are valid only until the function returns.
pub type nango_log_record_fn =
    Option<unsafe extern "C" fn(user_data: *mut c_void, level: i32, message: *const c_char, attributes: *const c_char)>;

/// Receives the end of a call: a JSON object of texts and numbers. Called like nango_log_fn; `summary` is valid only
/// until the function returns.
pub type nango_call_hook_fn = Option<unsafe extern "C" fn(user_data: *mut c_void, summary: *const c_char)>;

/// abi: returns a flag
/// Called while a call waits: any result other than 0 ends the call with NANGO_ERROR_CANCELLED. Called on the thread
/// that makes the call, whenever a signal interrupts a wait and at least every 100 ms of waiting. It may make calls,
/// even with the same client, shut that client down, and fork; it must not throw, longjmp, or end the thread.
pub type nango_interrupt_fn = Option<unsafe extern "C" fn(user_data: *mut c_void) -> i32>;

/// Reads the next part of a request body: writes at most `capacity` bytes to `buffer` and returns the number written,
/// 0 at the end of the body, or a negative number to abort, which ends the call with NANGO_ERROR_CANCELLED. Called on
/// the thread that makes the call, while the call's timeout runs: the library cannot interrupt the function if it
/// blocks. It must not call the same client, throw, longjmp, or end the thread.
pub type nango_read_fn =
    Option<unsafe extern "C" fn(user_data: *mut c_void, buffer: *mut c_void, capacity: usize) -> i64>;

/// A program's `user_data` for its callback.
pub(super) struct UserData(pub(super) *mut c_void);

// SAFETY: the library only passes the pointer back; the header documents that callbacks run on many threads at once.
unsafe impl Send for UserData {}
// SAFETY: as above.
unsafe impl Sync for UserData {}

/// Calls a program's log function.
pub(super) fn log(
    log: unsafe extern "C" fn(*mut c_void, i32, *const c_char),
    user_data: &UserData,
    level: LogLevel,
    message: &str,
) {
    if let Ok(message) = CString::new(message) {
        // SAFETY: the function and its data are valid until the options and clients are freed: the header requires
        // that.
        unsafe { log(user_data.0, level.number(), message.as_ptr()) };
    }
}

/// Calls a program's function for records of the log.
pub(super) fn log_record(
    log: unsafe extern "C" fn(*mut c_void, i32, *const c_char, *const c_char),
    user_data: &UserData,
    record: &LogRecord<'_>,
) {
    if let (Ok(message), Ok(attributes)) = (CString::new(record.message()), CString::new(record.to_json())) {
        // SAFETY: the function and its data are valid until the options and clients are freed: the header requires
        // that.
        unsafe {
            log(
                user_data.0,
                record.level().number(),
                message.as_ptr(),
                attributes.as_ptr(),
            )
        };
    }
}

/// Calls a program's hook for the end of a call.
pub(super) fn call_hook(
    hook: unsafe extern "C" fn(*mut c_void, *const c_char),
    user_data: &UserData,
    record: &LogRecord<'_>,
) {
    if let Ok(summary) = CString::new(record.to_json()) {
        // SAFETY: the function and its data are valid until the options and clients are freed: the header requires
        // that.
        unsafe { hook(user_data.0, summary.as_ptr()) };
    }
}

/// Calls a program's interrupt function.
pub(super) fn asks_to_end(asked: unsafe extern "C" fn(*mut c_void) -> i32, user_data: &UserData) -> bool {
    // SAFETY: the function and its data are valid until the call options are freed: the header requires that.
    unsafe { asked(user_data.0) != 0 }
}
