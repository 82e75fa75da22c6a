//! The operations of Nango's API, made from api/operations.json, and what they share.
//!
//! A [`Client`](crate::Client) has them in groups: `client.connections().list(...)`. What an operation may be told beside its
//! required arguments is set on a value of its own, such as [`ListConnections`].

mod arguments;
mod generated;
mod list;
mod read;
mod secret;

pub use generated::*;
pub use list::{List, ListPages};
pub use secret::Secret;
