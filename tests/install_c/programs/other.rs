//! Another Rust library in a program that has libnango.a too.

/// Panics and returns whether that was caught: 1 or 0.
#[no_mangle]
pub extern "C" fn other_catches_a_panic() -> i32 {
    i32::from(std::panic::catch_unwind(|| panic!("a panic of the other library")).is_err())
}
