//! The settings of a client that may be set to anything.
//!
//! Generated from abi/wrappers.json: do not edit.

use std::ffi::c_char;

use crate::abi::{self, ClientOptions};
use crate::handles::slot;
use crate::program::{NUMBERS, RETRIES};

/// Sets one of them.
///
/// # Safety
/// `options` are NULL or alive, and `text` is NULL or a string that outlives the call.
pub unsafe fn set(options: *mut ClientOptions, which: u8, text: *const c_char, b: u8) {
    // SAFETY: as above.
    unsafe {
        match which % 9 {
            0 => abi::nango_client_options_set_secret_key(options, text),
            1 => abi::nango_client_options_set_allow_plaintext_http(options, i32::from(b)),
            2 => abi::nango_client_options_set_connect_timeout_ms(options, slot(&NUMBERS, b)),
            3 => abi::nango_client_options_set_max_retries(options, slot(&RETRIES, b)),
            4 => abi::nango_client_options_set_max_response_bytes(options, slot(&NUMBERS, b)),
            5 => abi::nango_client_options_set_ca_file(options, text),
            6 => abi::nango_client_options_set_cache_ttl_ms(options, slot(&NUMBERS, b)),
            7 => abi::nango_client_options_set_user_agent(options, text),
            _ => abi::nango_client_options_set_read_env(options, i32::from(b)),
        }
    }
}
