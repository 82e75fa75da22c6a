//! Probes: small programs, one per language, that make calls as instructed and report the results.
//!
//! [`protocol`] has the messages between a driver and a probe, [`process`] starts a probe and talks to it, [`sum`] is
//! how a body is reported that is too long to be sent, [`go_names`] and [`camel_names`] what messages have in Go, and in Java and PHP. What must come out is known to the drivers alone:
//! `tests/conformance` and
//! `tests/hostile`. The protocol is described in `../README.md`.

pub mod camel_names;
pub mod go_names;
pub mod process;
pub mod protocol;
pub mod sum;
