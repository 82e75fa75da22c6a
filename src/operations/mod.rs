//! The operations of Nango's API, generated from api/operations.json, and their shared code.
//!
//! A [`Client`](crate::Client) has them in groups: `client.connections().list(...)`. Optional arguments of an operation
//! are set on a separate value, such as [`ListConnections`].

mod arguments;
mod generated;
mod list;
pub(crate) mod read;
mod secret;

pub use generated::*;
pub use list::{List, ListPages};
pub use secret::Secret;
