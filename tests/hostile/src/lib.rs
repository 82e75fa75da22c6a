//! Servers, certificates and proxies that misbehave, and the required result of each.
//!
//! A [`case::Case`] starts new servers for each language. A probe, one small program per language, makes the call as
//! instructed and reports the result; the expected one is known here only, so it is the same for all languages.

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
