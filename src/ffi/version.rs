//! Version

use std::ffi::c_char;

use super::guard;

/// The major version of the library that this header belongs to.
pub const NANGO_VERSION_MAJOR: i32 = 0;
/// The minor version of the library that this header belongs to.
pub const NANGO_VERSION_MINOR: i32 = 1;
/// The patch version of the library that this header belongs to.
pub const NANGO_VERSION_PATCH: i32 = 0;
/// The number of the ABI that this header describes, which is also the number in the SONAME `libnango.so.0`. A program
/// works with any library that has the same number and is not older than its header.
pub const NANGO_ABI_VERSION: u32 = 0;

/// abi: never fails
/// The version of the library that is loaded, such as "0.1.0". Static: never NULL, never freed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_version() -> *const c_char {
    // A static, which has one address; each use of a constant may have another.
    static VERSION: &std::ffi::CStr =
        match std::ffi::CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    guard::or(VERSION.as_ptr(), || VERSION.as_ptr())
}

/// abi: never fails
/// The ABI number of the library that is loaded. A program that loads libnango at run time compares it with
/// `NANGO_ABI_VERSION`.
#[unsafe(no_mangle)]
pub extern "C" fn nango_abi_version() -> u32 {
    guard::or(NANGO_ABI_VERSION, || NANGO_ABI_VERSION)
}
