//! Client library for [Nango](https://nango.dev), which keeps the OAuth tokens and API keys of a product's customers
//! for hundreds of external APIs and refreshes them.
//!
//! A program names a connection and gets it with fresh credentials:
//!
//! ```no_run
//! let client = nango::Client::from_env()?;
//! let connection = client.get_connection("customer-1", "github", None)?;
//! println!("Authorization: Bearer {}", connection.token().unwrap_or_default());
//! # Ok::<(), nango::Error>(())
//! ```
//!
//! Calls block; a [`Client`] is shared between threads. The same core has a C ABI (feature `capi`, on by
//! default), on which the C++, Python and Go packages are built; a Rust program depends on this crate with
//! `default-features = false`.

mod api;
mod client;
mod connection;
#[cfg(feature = "capi")]
mod ffi;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
mod http;
mod net;
mod operations;
mod proxy;
mod sys;
mod text;
pub mod webhook;

pub use api::pages::{PageStyle, Pages};
pub use api::until::Until;
pub use client::Client;
pub use client::call_options::{CallOptions, CallSettings};
pub use client::error::Error;
pub use client::error_kind::ErrorKind;
pub use client::finding::Finding;
pub use client::log_record::{LogLevel, LogRecord, LogValue};
pub use client::options::{ClientOptions, Route};
pub use connection::{AuthMode, Connection};
pub use net::cancel::Cancel;
pub use operations::*;
pub use proxy::{Request, Response};
pub use text::value::{Value, ValueKind};
