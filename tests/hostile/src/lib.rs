//! Servers, certificates and proxies that misbehave, and what the library must make of each.
//!
//! A [`case::Case`] starts its servers anew for each language. A probe, one small program per language, makes the call that
//! it is told to and reports what came out; what that must be is known here alone, so all languages are held to the same.

pub mod case;
pub mod cases;
pub mod judge;
pub mod language;
pub mod pattern;
pub mod peer;
pub mod proxy;
pub mod report;
pub mod server;
pub mod socks;
pub mod tally;
pub mod tinyproxy;
pub mod world;
