//! Connects to the server: directly, or through a forward proxy.

use std::sync::Arc;

use ureq::Error;

use crate::net::context::{self, Phase};
use crate::net::deadline::Deadline;
use crate::net::dns::Resolver;
use crate::net::forward_proxy::{self, ForwardProxy, Protocol, Target};
use crate::net::tcp::{self, Socket};
use crate::sys::OpenSockets;

/// Connects to one server.
#[derive(Debug)]
pub(crate) struct Dialer {
    /// Finds the proxy, or the server if there is none.
    first: Resolver,
    /// Finds the server for a proxy that looks up no names.
    server: Option<Resolver>,
    proxy: Option<Arc<ForwardProxy>>,
    sockets: Arc<OpenSockets>,
}

impl Dialer {
    /// Connects to `host`.
    pub(crate) fn new(host: &str, proxy: Option<Arc<ForwardProxy>>) -> Dialer {
        let server = proxy.as_ref().filter(|proxy| proxy.protocol == Protocol::Socks5);
        Dialer {
            first: Resolver::new(proxy.as_ref().map_or(host, |proxy| &proxy.host)),
            server: server.map(|_| Resolver::new(host)),
            proxy,
            sockets: Arc::new(OpenSockets::new()),
        }
    }

    /// The same for a child process, which closes inherited connections and shares no lock.
    pub(crate) fn for_child(&self) -> Dialer {
        self.sockets.close_in_child();
        Dialer {
            first: self.first.for_child(),
            server: self.server.as_ref().map(Resolver::for_child),
            proxy: self.proxy.clone(),
            sockets: Arc::new(OpenSockets::new()),
        }
    }

    pub(crate) fn proxy(&self) -> Option<&ForwardProxy> {
        self.proxy.as_deref()
    }

    /// The proxy, if requests are sent to it with the whole URL: it is an HTTP proxy, and the URL is plain http.
    pub(crate) fn fetching_proxy(&self, is_tls: bool) -> Option<&ForwardProxy> {
        self.proxy().filter(|proxy| !is_tls && proxy.protocol == Protocol::Http)
    }

    /// A connection to `target`, or to the proxy that fetches from it.
    pub(crate) fn dial(&self, mut target: Target<'_>, is_tls: bool, deadline: Deadline) -> Result<Socket, Error> {
        let Some(proxy) = self.proxy() else {
            return Socket::open(&self.first, &self.sockets, target.port, deadline);
        };
        if let Some(server) = &self.server {
            context::enter(Phase::Resolving);
            target.address = tcp::resolve(server, target.port, deadline)?.addresses.first().copied();
        }
        context::set_at_proxy(true);
        let mut socket = Socket::open(&self.first, &self.sockets, proxy.port, deadline)?;
        if self.fetching_proxy(is_tls).is_none() {
            context::enter(Phase::Tunnelling);
            forward_proxy::open_tunnel(proxy, &mut socket, &target)?;
        }
        context::set_at_proxy(false);
        Ok(socket)
    }
}
