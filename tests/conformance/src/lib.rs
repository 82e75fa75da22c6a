//! Conformance cases of libnango: what they are, the server that answers their calls, and the driver that runs one
//! runner per language and judges it. The format of the cases is described in this crate's `README.md`.
//!
//! [`driver`] uses [`load`], [`table`], [`server`], [`check`] and [`process`]; the server uses [`wire`]. All of them use
//! [`case`], which uses [`proxied`], [`expectation`] and [`value`].

pub mod case;
pub mod check;
pub mod driver;
pub mod expectation;
pub mod load;
pub mod process;
pub mod proxied;
pub mod server;
pub mod table;
pub mod value;
pub mod wire;

/// What went wrong, as a sentence.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
