//! The FFI boundary itself: panics, and a correct header. NULL and invalid UTF-8 are tested from C and Python.

use std::mem::MaybeUninit;
use std::ptr;

use super::error::*;
use super::guard::injected;
use super::outcome::ErrorOut;
use crate::{AuthMode, ErrorKind};

mod panics;

const HEADER: &str = include_str!("../../include/nango.h");

/// The value of a `#define` in the header.
fn defined(name: &str) -> Option<i64> {
    let line = HEADER
        .lines()
        .find_map(|line| line.strip_prefix("#define ")?.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|value| value.trim().parse().ok())
}

/// The value that C spells NULL or 0, in any type of src/ffi.
trait Nothing: Sized {
    const NOTHING: Self;
    fn is_nothing(&self) -> bool;
}

impl<T> Nothing for Option<T> {
    const NOTHING: Self = None;
    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T> Nothing for *const T {
    const NOTHING: Self = ptr::null();
    fn is_nothing(&self) -> bool {
        self.is_null()
    }
}

impl<T> Nothing for *mut T {
    const NOTHING: Self = ptr::null_mut();
    fn is_nothing(&self) -> bool {
        self.is_null()
    }
}

macro_rules! numbers_are_nothing_at_zero {
    ($($number:ty),*) => {
        $(
            impl Nothing for $number {
                const NOTHING: Self = 0 as $number;
                fn is_nothing(&self) -> bool {
                    *self == Self::NOTHING
                }
            }
        )*
    };
}

numbers_are_nothing_at_zero!(i32, i64, u32, u64, usize, f64);

fn nothing<T: Nothing>() -> T {
    T::NOTHING
}

fn gives<T: PartialEq + std::fmt::Debug>(function: &str, result: T, expected: T) {
    assert_eq!(result, expected, "{function} after a panic");
}

fn gives_nothing(function: &str, result: impl Nothing) {
    assert!(result.is_nothing(), "{function} after a panic");
}

/// An infallible function returns the same whether it panics or not.
fn gives_the_same<T: PartialEq + std::fmt::Debug>(function: &str, call: impl Fn() -> T) {
    injected::set(false);
    let expected = call();
    injected::set(true);
    gives(function, call(), expected);
}

/// A function with a `nango_error **` stores an INTERNAL error.
fn internal_error<T>(function: &str, call: impl FnOnce(ErrorOut<'_>) -> T) {
    let mut error = MaybeUninit::uninit();
    call(Some(&mut error));
    // SAFETY: every function that takes an error pointer writes to it, and a non-NULL error is a leaked box of ours.
    let error = unsafe { error.assume_init().as_mut().map(|error| Box::from_raw(error)) };
    injected::set(false);
    let kind = nango_error_get_kind(error.as_deref());
    nango_error_free(error);
    injected::set(true);
    assert_eq!(kind, NANGO_ERROR_INTERNAL, "the error of {function} after a panic");
}

#[test]
fn no_panic_crosses_the_border() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    injected::set(true);
    panics::call_every_function();
    injected::set(false);
    std::panic::set_hook(hook);
}

#[test]
fn the_header_is_what_the_sources_say() {
    assert_eq!(
        HEADER,
        include_str!(concat!(env!("OUT_DIR"), "/nango.h")),
        "include/nango.h is stale: build the crate"
    );
}

#[test]
fn numbers_in_the_header_are_those_of_the_core() {
    let kinds = [
        ErrorKind::InvalidArgument,
        ErrorKind::Resolve,
        ErrorKind::Connect,
        ErrorKind::Tls,
        ErrorKind::HttpProxy,
        ErrorKind::Timeout,
        ErrorKind::Cancelled,
        ErrorKind::Io,
        ErrorKind::Decode,
        ErrorKind::TooLarge,
        ErrorKind::Unauthorized,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::RefreshFailed,
        ErrorKind::RateLimited,
        ErrorKind::Api,
        ErrorKind::Server,
        ErrorKind::UnknownIntegration,
        ErrorKind::NotNango,
        ErrorKind::Internal,
    ];
    for kind in kinds {
        let constant = format!("NANGO_ERROR_{}", kind.name());
        assert_eq!(defined(&constant), Some(i64::from(kind.number())), "{constant}");
    }
    assert_eq!(defined("NANGO_ERROR_NONE"), Some(0));
    let in_header = HEADER
        .lines()
        .filter(|line| line.starts_with("#define NANGO_ERROR_"))
        .count();
    assert_eq!(in_header, kinds.len() + 1);

    let modes: Vec<(i64, &str)> = HEADER
        .lines()
        .filter_map(|line| line.strip_prefix("#define NANGO_AUTH_MODE_")?.split_once(' '))
        .map(|(name, number)| (number.parse().unwrap(), name))
        .collect();
    assert_eq!(modes.len(), 21);
    assert_eq!(modes[..2], [(0, "ABSENT"), (1, "UNKNOWN")]);
    for &(number, name) in &modes[2..] {
        assert_eq!(i64::from(AuthMode::from_name(name).number()), number, "{name}");
    }
}

#[test]
fn the_version_in_the_header_is_that_of_the_crate() {
    let version =
        ["MAJOR", "MINOR", "PATCH"].map(|part| defined(&format!("NANGO_VERSION_{part}")).unwrap().to_string());
    assert_eq!(version.join("."), env!("CARGO_PKG_VERSION"));
}
