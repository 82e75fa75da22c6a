//! Connects to the server: directly, or through a forward proxy.

use std::sync::Arc;

use ureq::Error;

use crate::net::context::{self, Phase};
use crate::net::deadline::Deadline;
use crate::net::dns::Resolver;
use crate::net::forward_proxy::{self, ForwardProxy, Protocol, Target};
use crate::net::link::Link;
use crate::net::tcp::{self, Socket, Sockets};
use crate::net::tls::Tls;
use crate::text::url::BaseUrl;

/// Connects to one server.
#[derive(Debug)]
pub(crate) struct Dialer {
    /// Finds the proxy, or the server if there is none.
    first: Resolver,
    /// Finds the server for a proxy that looks up no names.
    server: Option<Resolver>,
    proxy: Option<Arc<ForwardProxy>>,
    /// For a proxy that is reached over TLS.
    proxy_tls: Option<Tls>,
    sockets: Arc<Sockets>,
}

impl Dialer {
    /// Connects to the host of `base_url`. `proxy_tls` is for a proxy that is reached over TLS.
    pub(crate) fn new(base_url: &BaseUrl, proxy: Option<Arc<ForwardProxy>>, proxy_tls: Option<Tls>) -> Dialer {
        let server = || Resolver::new(base_url.host()).in_zone(base_url.zone());
        let (first, server) = match &proxy {
            None => (server(), None),
            Some(proxy) => {
                let first = Resolver::new(&proxy.host).in_zone(proxy.zone.as_ref());
                (first, (proxy.protocol == Protocol::Socks5).then(server))
            }
        };
        Dialer {
            first,
            server,
            proxy,
            proxy_tls,
            sockets: Arc::new(Sockets::new()),
        }
    }

    /// The same for a child process, which closes inherited connections and shares no lock.
    pub(crate) fn for_child(&self) -> Dialer {
        self.sockets.close_in_child();
        Dialer {
            first: self.first.for_child(),
            server: self.server.as_ref().map(Resolver::for_child),
            proxy: self.proxy.clone(),
            proxy_tls: self.proxy_tls.as_ref().map(Tls::for_child),
            sockets: Arc::new(Sockets::new()),
        }
    }

    pub(crate) fn proxy(&self) -> Option<&ForwardProxy> {
        self.proxy.as_deref()
    }

    /// The proxy, if requests are sent to it with the whole URL: it is an HTTP proxy, and the URL is plain http.
    pub(crate) fn fetching_proxy(&self, is_tls: bool) -> Option<&ForwardProxy> {
        self.proxy()
            .filter(|proxy| !is_tls && matches!(proxy.protocol, Protocol::Http | Protocol::Https))
    }

    /// What dialling begins with.
    pub(crate) fn first_phase(&self) -> Phase {
        tcp::first_phase(&self.first)
    }

    /// A connection to `target`, or to the proxy that fetches from it.
    pub(crate) fn dial(&self, mut target: Target<'_>, is_tls: bool, deadline: Deadline) -> Result<Link, Error> {
        let Some(proxy) = self.proxy() else {
            let socket = Socket::open(&self.first, &self.sockets, target.port, deadline)?;
            return Ok(Link::new(socket, None));
        };
        if let Some(server) = &self.server {
            target.address = tcp::resolve(server, target.port, deadline)?.addresses.first().copied();
        }
        context::set_at_proxy(true);
        let mut socket = Socket::open(&self.first, &self.sockets, proxy.port, deadline)?;
        let session = match &self.proxy_tls {
            None => None,
            Some(tls) => {
                context::enter(Phase::Handshaking);
                Some(tls.handshake(&mut socket, &proxy.host)?)
            }
        };
        let mut link = Link::new(socket, session);
        if self.fetching_proxy(is_tls).is_none() {
            context::enter(Phase::Tunnelling);
            forward_proxy::open_tunnel(proxy, &mut link, &target)?;
        }
        context::set_at_proxy(false);
        Ok(link)
    }
}
