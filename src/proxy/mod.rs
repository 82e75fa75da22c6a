//! Nango's proxy: a request for an external API, sent through Nango, which adds the credentials.

pub(crate) mod body;
mod body_type;
mod collected;
pub(crate) mod error_origin;
mod nango_etag;
pub(crate) mod nango_failure;
pub(crate) mod request;
pub(crate) mod response;
mod send;
pub(crate) mod url;

pub use request::Request;
pub use response::Response;

pub(crate) use send::ProxyCall;
