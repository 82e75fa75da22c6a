//! Getting a connection: the request and its routes, the cache, and the model of Nango's response.

mod authorization;
pub(crate) mod cache;
mod credentials;
mod decode;
mod expiry;
mod get;
#[cfg(feature = "capi")]
mod joined;
mod model;
pub(crate) mod route;

pub use credentials::AuthMode;
pub use model::Connection;
#[cfg(feature = "capi")]
pub(crate) use model::Field;

pub(crate) use get::GetConnection;
