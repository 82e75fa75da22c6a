//! The library's own TCP connector for ureq: every wait is one poll that ends at the call's deadline.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, Socket, Type};
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport};

use super::call::{self, Deadline, Phase};
use super::http_proxy::{self, HttpProxy};
use super::resolver::{NoAddress, Resolver as Names};
use super::tls::CHECK_ADDRESS;
use super::wait::{self, Stop};
use super::{HEAD_TOO_LARGE, NO_HTTP};
use crate::error::ErrorKind;
use crate::sys::{self, Interest, OpenSockets, Polled};

/// How long one address has before the next one is tried beside it (RFC 8305).
const STAGGER: Duration = Duration::from_millis(250);

/// Answers ureq, which asks on every call, with nothing: names are looked up when a connection is made.
#[derive(Debug)]
pub(super) struct NoResolver;

impl Resolver for NoResolver {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        Ok(self.empty())
    }
}

/// Opens a TCP connection within the connect timeout and the deadline of the current call.
#[derive(Debug)]
pub(super) struct SocketConnector {
    names: Arc<Names>,
    sockets: Arc<OpenSockets>,
    proxy: Option<Arc<HttpProxy>>,
}

impl<In: Transport> Connector<In> for SocketConnector {
    type Out = SocketTransport;

    fn connect(&self, details: &ConnectionDetails, _: Option<In>) -> Result<Option<SocketTransport>, Error> {
        // Resolving, connecting and the handshake share the connect timeout, within the deadline.
        let deadline = Deadline::after(call::connect_timeout()).earlier(call::deadline());
        call::note_connected();
        call::enter(Phase::Resolving);
        deadline.remaining().ok_or_else(|| stopped(Stop::TimedOut))?;
        let (host, port) = target(details.uri);
        let (first_host, first_port) = match self.proxy.as_deref() {
            Some(proxy) => (proxy.host.as_str(), proxy.port),
            None => (host, port),
        };
        call::set_at_proxy(self.proxy.is_some());
        let addresses = self.resolve(first_host, first_port, deadline)?;
        call::enter(Phase::Connecting);
        let stream = connect(&addresses, deadline)?;
        self.sockets.add(&stream);
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        let transport = SocketTransport {
            stream,
            buffers,
            connect_deadline: deadline,
            sockets: self.sockets.clone(),
            process: sys::process_id(),
            is_plain: !details.needs_tls(),
            through_proxy: self.proxy.is_some(),
        };
        if let Some(proxy) = self.proxy.as_deref() {
            call::enter(Phase::Tunnelling);
            transport.tunnel(&proxy.connect_request(host, port))?;
            call::set_at_proxy(false);
        }
        Ok(Some(transport))
    }
}

/// Host and port that a URL names.
fn target(uri: &Uri) -> (&str, u16) {
    let default_port = if uri.scheme_str() == Some("https") { 443 } else { 80 };
    (uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(default_port))
}

impl SocketConnector {
    pub(super) fn new(
        names: &Arc<Names>,
        sockets: &Arc<OpenSockets>,
        proxy: Option<&Arc<HttpProxy>>,
    ) -> SocketConnector {
        SocketConnector {
            names: names.clone(),
            sockets: sockets.clone(),
            proxy: proxy.cloned(),
        }
    }

    fn resolve(&self, host: &str, port: u16, deadline: Deadline) -> Result<Vec<SocketAddr>, Error> {
        self.names
            .resolve(host, port, deadline)
            .map_err(|problem| match problem {
                NoAddress::Stopped(stop) => stopped(stop),
                NoAddress::NotFound(reason) => failed(io::Error::other(reason)),
            })
    }
}

/// Connects to the first address that answers. Each has a head start of [`STAGGER`] over the next.
fn connect(addresses: &[SocketAddr], deadline: Deadline) -> Result<TcpStream, Error> {
    let mut waiting = addresses.iter();
    let mut pending: Vec<TcpStream> = Vec::new();
    let mut last_error = io::Error::new(io::ErrorKind::AddrNotAvailable, "the host has no address");
    let mut next_start = Instant::now();
    loop {
        if pending.is_empty() || Instant::now() >= next_start {
            if let Some(address) = waiting.next() {
                match start_connecting(address) {
                    Ok(stream) => pending.push(stream),
                    Err(error) => last_error = error,
                }
                next_start = Instant::now() + STAGGER;
            } else if pending.is_empty() {
                return Err(failed(last_error));
            }
        }
        if pending.is_empty() {
            continue;
        }
        let until_next = (waiting.len() > 0).then(|| next_start.saturating_duration_since(Instant::now()));
        let sockets: Vec<Polled> = pending
            .iter()
            .map(|stream| Polled::new(stream, Interest::Writable))
            .collect();
        let ready = wait::for_any(&sockets, deadline, until_next).map_err(stopped)?;
        for i in (0..ready.len()).rev().filter(|&i| ready[i]) {
            let stream = pending.remove(i);
            match stream.take_error() {
                Ok(None) => return Ok(stream),
                Ok(Some(error)) | Err(error) => last_error = error,
            }
        }
    }
}

/// A socket on its way to `address`.
fn start_connecting(address: &SocketAddr) -> io::Result<TcpStream> {
    let socket = Socket::new(Domain::for_address(*address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_nonblocking(true)?;
    // Only a matter of speed.
    let _ = socket.set_tcp_nodelay(true);
    match socket.connect(&(*address).into()) {
        Ok(()) => {}
        Err(error) if error.raw_os_error() == Some(libc::EINPROGRESS) => {}
        Err(error) => return Err(error),
    }
    Ok(socket.into())
}

/// A TCP connection that waits by polling.
#[derive(Debug)]
pub(super) struct SocketTransport {
    stream: TcpStream,
    buffers: LazyBuffers,
    /// Bounds the TLS handshake too.
    connect_deadline: Deadline,
    sockets: Arc<OpenSockets>,
    /// The process that connected.
    process: u32,
    /// Whether what comes in is HTTP, and not TLS whose records may hold none.
    is_plain: bool,
    /// Whether it is a tunnel through an HTTP proxy.
    through_proxy: bool,
}

impl Drop for SocketTransport {
    /// Ends the connection, and not only this descriptor: a child of fork that never uses the client holds a copy of it,
    /// which would keep the connection from ending. A child that has come to own its parent's object only lets go.
    fn drop(&mut self) {
        self.sockets.remove(&self.stream);
        if self.process == sys::process_id() {
            // A connection that the server has ended needs no end.
            let _ = self.stream.shutdown(Shutdown::Both);
        }
    }
}

impl SocketTransport {
    fn wait(&self, interest: Interest) -> Result<(), Error> {
        let deadline = match call::phase() {
            Phase::Connecting | Phase::Tunnelling | Phase::Handshaking => self.connect_deadline,
            _ => call::deadline(),
        };
        wait::for_any(&[Polled::new(&self.stream, interest)], deadline, None)
            .map(|_| ())
            .map_err(stopped)
    }
}

impl SocketTransport {
    /// Asks the proxy at the other end for a tunnel, and reads no byte beyond its answer.
    fn tunnel(&self, request: &str) -> Result<(), Error> {
        let mut unsent = request.as_bytes();
        while !unsent.is_empty() {
            match (&self.stream).write(unsent) {
                Ok(n) => unsent = &unsent[n..],
                Err(error) => self.try_again(error, Interest::Writable)?,
            }
        }
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            match (&self.stream).read(&mut byte) {
                Ok(1) if head.len() < http_proxy::MAX_HEAD => head.push(byte[0]),
                Ok(_) => return Err(failed(io::Error::other("its answer is no HTTP"))),
                Err(error) => self.try_again(error, Interest::Readable)?,
            }
        }
        match status_of(&head) {
            Some(200..300) => Ok(()),
            Some(407) => Err(failed(io::Error::other(
                "407: it wants a user and a password, or others",
            ))),
            Some(status) => Err(failed(io::Error::other(format!("it refused with {status}")))),
            None => Err(failed(io::Error::other("its answer is no HTTP"))),
        }
    }

    /// A new connection with bytes on it, before anything was sent, would answer a question that nobody asked.
    fn refuse_what_was_not_asked_for(&self) -> Result<(), Error> {
        if !(self.is_plain && call::is_unused() && matches!(self.stream.peek(&mut [0]), Ok(1..))) {
            return Ok(());
        }
        match self.through_proxy {
            true => call::fail(ErrorKind::HttpProxy, "it sent something that nobody had asked for"),
            false => call::fail(ErrorKind::NotNango, "the server sent something before it was asked"),
        }
        Err(Error::ConnectionFailed)
    }

    /// After a read or write that could not be made at once: waits, or gives up.
    fn try_again(&self, error: io::Error, interest: Interest) -> Result<(), Error> {
        match error.kind() {
            io::ErrorKind::WouldBlock => self.wait(interest),
            io::ErrorKind::Interrupted => Ok(()),
            _ => Err(failed(error)),
        }
    }
}

/// The status in the first line of an answer.
fn status_of(head: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(head.split(|&b| b == b'\r').next()?).ok()?;
    let mut words = line.split(' ');
    words.next().filter(|version| version.starts_with("HTTP/1."))?;
    words.next().filter(|status| status.len() == 3)?.parse().ok()
}

impl Transport for SocketTransport {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), Error> {
        if call::phase() != Phase::Handshaking {
            self.refuse_what_was_not_asked_for()?;
            call::enter(Phase::Sending);
            call::note_sent();
        }
        let mut at = 0;
        while at < amount {
            let written = (&self.stream).write(&self.buffers.output()[at..amount]);
            match written {
                Ok(n) => at += n,
                Err(error) => self.try_again(error, Interest::Writable)?,
            }
        }
        Ok(())
    }

    fn await_input(&mut self, _: NextTimeout) -> Result<bool, Error> {
        if call::phase() != Phase::Handshaking {
            call::enter(Phase::Receiving);
        }
        loop {
            // An endless fast answer never has to wait, so clock and cancel are looked at here as well.
            if call::is_stopped() {
                return Err(stopped(Stop::Cancelled));
            }
            call::deadline().remaining().ok_or_else(|| stopped(Stop::TimedOut))?;
            if self.buffers.input_append_buf().is_empty() {
                return Err(too_long());
            }
            let received = (&self.stream).read(self.buffers.input_append_buf());
            match received {
                Ok(n) => {
                    self.buffers.input_appended(n);
                    if n > 0 && self.is_plain {
                        call::note_received();
                    }
                    return Ok(n > 0);
                }
                Err(error) => self.try_again(error, Interest::Readable)?,
            }
        }
    }

    /// An idle connection with bytes on it would answer somebody else's request; one that has ended answers none.
    fn is_open(&mut self) -> bool {
        let peeked = self.stream.peek(&mut [0]);
        matches!(peeked, Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }
}

/// Notes why a wait ended early, and in which phase.
fn stopped(stop: Stop) -> Error {
    let kind = match stop {
        Stop::TimedOut if call::is_at_proxy() => ErrorKind::HttpProxy,
        Stop::TimedOut => ErrorKind::Timeout,
        Stop::Cancelled => ErrorKind::Cancelled,
        Stop::Failed(error) => return failed(error),
    };
    match kind {
        ErrorKind::HttpProxy => call::fail(kind, format!("no time was left while {}", call::phase().description())),
        _ => call::fail(kind, call::phase().description()),
    }
    Error::ConnectionFailed
}

/// Notes that a part of the answer that has to be taken as one does not fit into the buffer.
fn too_long() -> Error {
    match call::has_head() {
        true => call::fail(ErrorKind::NotNango, NO_HTTP),
        false => call::fail(ErrorKind::TooLarge, HEAD_TOO_LARGE),
    }
    Error::ConnectionFailed
}

/// Notes that the current step failed.
fn failed(error: io::Error) -> Error {
    let kind = match call::phase() {
        _ if call::is_at_proxy() => ErrorKind::HttpProxy,
        Phase::Resolving => ErrorKind::Resolve,
        Phase::Connecting => ErrorKind::Connect,
        Phase::Tunnelling => ErrorKind::HttpProxy,
        Phase::Handshaking => ErrorKind::Tls,
        Phase::Sending | Phase::Receiving => ErrorKind::Io,
    };
    match kind {
        ErrorKind::Tls => call::fail(kind, format!("{error}: {CHECK_ADDRESS}")),
        _ => call::fail(kind, error.to_string()),
    }
    Error::ConnectionFailed
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::super::call::CallState;
    use super::super::wait::Stops;
    use super::*;
    use crate::cancel::Cancel;

    /// Connects as a call would that has `timeout` for it.
    fn connect_within(addresses: &[SocketAddr], timeout: Duration) -> Result<TcpStream, ErrorKind> {
        let deadline = Deadline::after(timeout);
        let mut state = CallState::new(deadline, timeout, Stops::default());
        state.phase = Phase::Connecting;
        let (result, state) = call::with(state, || connect(addresses, deadline));
        result.map_err(|_| state.failure.unwrap().kind)
    }

    /// A listener whose queue is full, so that further connections hang as they do into a black hole.
    fn black_hole() -> (Socket, Vec<TcpStream>) {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
        socket.listen(0).unwrap();
        let address = socket.local_addr().unwrap().as_socket().unwrap();
        let mut queued = Vec::new();
        loop {
            let stream = start_connecting(&address).unwrap();
            let connecting = [Polled::new(&stream, Interest::Writable)];
            if !sys::wait(&connecting, Duration::from_millis(100)).unwrap()[0] {
                return (socket, queued);
            }
            queued.push(stream);
        }
    }

    #[test]
    fn a_dead_address_does_not_cost_the_timeout() {
        let (hole, _queued) = black_hole();
        let dead = hole.local_addr().unwrap().as_socket().unwrap();
        let alive = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = alive.local_addr().unwrap();
        let stream = connect_within(&[dead, dead, address], Duration::from_secs(60)).unwrap();
        assert_eq!(stream.peer_addr().unwrap(), address);
    }

    #[test]
    fn a_refusal_moves_on_at_once() {
        let refused: Vec<SocketAddr> = (0..3)
            .map(|_| TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap())
            .collect();
        assert_eq!(
            connect_within(&refused, Duration::from_secs(60)).unwrap_err(),
            ErrorKind::Connect
        );
        assert_eq!(
            connect_within(&[], Duration::from_secs(60)).unwrap_err(),
            ErrorKind::Connect
        );
    }

    #[test]
    fn black_holes_end_at_the_deadline() {
        let (hole, _queued) = black_hole();
        let dead = hole.local_addr().unwrap().as_socket().unwrap();
        let start = Instant::now();
        assert_eq!(
            connect_within(&[dead, dead], Duration::from_millis(400)).unwrap_err(),
            ErrorKind::Timeout
        );
        assert!(start.elapsed() >= Duration::from_millis(400));
    }

    #[test]
    fn a_cancel_ends_the_wait_for_a_black_hole() {
        let (hole, _queued) = black_hole();
        let dead = hole.local_addr().unwrap().as_socket().unwrap();
        let cancel = Cancel::new();
        let stops = Stops {
            cancel: Some(cancel.clone()),
            ..Stops::default()
        };
        let deadline = Deadline::after(Duration::from_secs(600));
        let mut state = CallState::new(deadline, Duration::from_secs(600), stops);
        state.phase = Phase::Connecting;
        let (connecting, is_connecting) = std::sync::mpsc::channel();
        let ended = std::thread::scope(|scope| {
            scope.spawn(move || {
                is_connecting.recv().unwrap();
                cancel.trigger();
            });
            connecting.send(()).unwrap();
            call::with(state, || connect(&[dead, dead], deadline)).1
        });
        assert_eq!(ended.failure.unwrap().kind, ErrorKind::Cancelled);
    }
}
