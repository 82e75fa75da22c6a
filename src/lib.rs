//! Client library for [Nango](https://nango.dev), which keeps the OAuth tokens and API keys of a product's customers
//! for hundreds of external APIs and refreshes them.
//!
//! A program names a connection and gets it with fresh credentials:
//!
//! ```no_run
//! let client = nango::Client::new(&nango::ClientOptions::from_env())?;
//! let connection = client.get_connection("customer-1", "github", &nango::CallOptions::new())?;
//! println!("Authorization: Bearer {}", connection.token().unwrap_or_default());
//! # Ok::<(), nango::Error>(())
//! ```
//!
//! Calls block; a [`Client`] is shared between threads. The same core stands behind a C ABI (feature `capi`, on by
//! default), on which the C++, Python and Go packages are built; a Rust program depends on this crate with
//! `default-features = false`.

mod answer;
mod cache;
mod call;
mod cancel;
mod client;
mod connection;
mod credentials;
mod decode;
mod error;
mod fetch;
#[cfg(feature = "capi")]
mod ffi;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
mod get;
mod headers;
mod http;
mod inner;
mod inside_call;
mod json;
mod log;
mod look_ups;
mod options;
mod proxy;
mod request;
mod response;
mod retry;
mod secret_text;
mod sys;
mod who_failed;

pub use cancel::Cancel;
pub use client::Client;
pub use connection::Connection;
pub use credentials::AuthMode;
pub use error::{Error, ErrorKind};
pub use log::LogLevel;
pub use options::{CallOptions, ClientOptions, Route};
pub use request::Request;
pub use response::Response;
