//! Conformance cases of libnango: their format, the server that responds to their calls, and the driver that runs them
//! through one probe per language and judges it. The format of the cases is described in this crate's `README.md`.
//!
//! [`driver`] uses [`load`], [`server`], [`check`] and [`compare`]; the server uses [`wire`], comparing uses [`views`]
//! and [`json`]. All of them use [`case`], which uses [`proxied`], [`expectation`] and [`value`].

pub mod case;
pub mod check;
pub mod compare;
pub mod driver;
pub mod expectation;
pub mod json;
pub mod load;
pub mod proxied;
pub mod server;
pub mod value;
pub mod views;
pub mod wire;

/// A failure, as a sentence.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
