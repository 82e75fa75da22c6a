//! Connections to a host: names, TCP, TLS, forward proxies, and the one place where a call waits.

pub(crate) mod cancel;
pub(crate) mod chunk;
pub(crate) mod context;
pub(crate) mod deadline;
pub(crate) mod dial;
pub(crate) mod dns;
pub(crate) mod exchange_error;
pub(crate) mod forward_proxy;
pub(crate) mod link;
pub(crate) mod poll;
pub(crate) mod stream;
pub(crate) mod tcp;
pub(crate) mod tls;

/// The maximum size of the head of a response.
pub(crate) const MAX_HEAD: usize = 16 * 1024;
pub(crate) const HEAD_TOO_LARGE: &str = "its headers are longer than 16 KiB";
pub(crate) const NO_HTTP: &str = "the server did not reply with valid HTTP/1.1";
