//! The C ABI: handles in, handles out, no logic.
//!
//! Handles cross the FFI boundary as `Option<&T>` (borrowed, may be NULL) and `Option<Box<T>>` (owned, may be NULL),
//! whose layout is that of a pointer. Each file below is one section of `include/nango.h`, in the order of `SECTIONS`
//! in build.rs; the comments here are the documentation for C. Lines that begin with `abi:` are for abi/nango.json
//! alone: abi/README.md lists them.

#![allow(non_camel_case_types, reason = "the types have the names that C programmers use")]
#![allow(
    dead_code,
    reason = "constants are there for the header; a test compares them with the numbers of the core"
)]

// Cargo sets the variable for what its command line names: libnango itself is refused, a Rust program of that kind that
// depends on the crate is not.
#[cfg(panic = "abort")]
const _: () = assert!(
    option_env!("CARGO_PRIMARY_PACKAGE").is_none(),
    "libnango reports a fault of its own as NANGO_ERROR_INTERNAL, for which it has to unwind: build it without panic = \"abort\""
);

mod allocator;
mod guard;
mod handle;
mod outcome;
mod unload;

mod call_options;
mod callback;
mod cancel;
mod client;
mod client_options;
mod connection;
mod credentials;
mod error;
mod pages;
mod queue;
mod request;
mod response;
mod value;
mod version;
mod webhook;

#[cfg(test)]
mod tests;
