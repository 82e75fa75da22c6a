//! Callbacks

use std::ffi::{CString, c_char, c_void};

use crate::client::log::LogLevel;

/// abi: enumeration nango_log_level
/// The level of a message: a call failed for good.
pub const NANGO_LOG_ERROR: i32 = 1;
/// The level of a message: an attempt failed and is made again.
pub const NANGO_LOG_WARN: i32 = 2;
/// The level of a message: an attempt was answered.
pub const NANGO_LOG_INFO: i32 = 3;
/// The level of a message: which connection is asked for, and what the cache does about it.
pub const NANGO_LOG_DEBUG: i32 = 4;
/// The level of a message: every step.
pub const NANGO_LOG_TRACE: i32 = 5;

/// abi: level is a nango_log_level
/// Receives a message of the log. Called on the thread that makes the call, on many at once if many call. `message` is
/// gone when it returns. It must not call the same client, throw, longjmp, or end the thread.
pub type nango_log_fn = Option<unsafe extern "C" fn(user_data: *mut c_void, level: i32, message: *const c_char)>;

/// abi: returns a flag
/// Asked while a call waits: anything but 0 ends the call as NANGO_ERROR_CANCELLED. Called on the thread that makes the
/// call, whenever a signal interrupts a wait and at least every 100 ms of waiting. It may make calls of its own, also of
/// the same client, shut that down, and fork; it must not throw, longjmp, or end the thread.
pub type nango_interrupt_fn = Option<unsafe extern "C" fn(user_data: *mut c_void) -> i32>;

/// Gives the next part of a request's body: writes at most `capacity` bytes to `buffer` and returns how many, 0 at the end
/// of the body, or a negative number to give up, which ends the call as NANGO_ERROR_CANCELLED. Called on the thread that
/// makes the call, while the call's timeout runs: the library cannot end a wait of the function's own. It must not call the
/// same client, throw, longjmp, or end the thread.
pub type nango_read_fn =
    Option<unsafe extern "C" fn(user_data: *mut c_void, buffer: *mut c_void, capacity: usize) -> i64>;

/// What a program passed for its callback.
pub(super) struct UserData(pub(super) *mut c_void);

// SAFETY: the library only hands the pointer back; the header says that callbacks run on many threads at once.
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
        // SAFETY: the function and its data are good until the options and clients are freed: the header asks for that.
        unsafe { log(user_data.0, level.number(), message.as_ptr()) };
    }
}

/// Asks a program's interrupt function.
pub(super) fn asks_to_end(asked: unsafe extern "C" fn(*mut c_void) -> i32, user_data: &UserData) -> bool {
    // SAFETY: the function and its data are good until the call options are freed: the header asks for that.
    unsafe { asked(user_data.0) != 0 }
}
