//! The target of a tunnel.

use std::net::SocketAddr;

use ureq::http::HeaderValue;

use crate::text::url::is_localhost;

/// The server that a proxy connects to.
pub(crate) struct Target<'a> {
    host: &'a str,
    pub(crate) port: u16,
    /// Its address, for a proxy that looks up no names.
    pub(crate) address: Option<SocketAddr>,
    /// The user agent, by which a proxy may filter requests.
    pub(crate) user_agent: Option<&'a HeaderValue>,
}

impl<'a> Target<'a> {
    pub(crate) fn new(host: &'a str, port: u16, user_agent: Option<&'a HeaderValue>) -> Target<'a> {
        Target {
            host,
            port,
            address: None,
            user_agent,
        }
    }

    /// The host as sent to the proxy. A name of this machine is sent as an address: the proxy could look it up.
    pub(crate) fn host(&self) -> &str {
        if is_localhost(self.host) {
            "127.0.0.1"
        } else {
            self.host
        }
    }
}
