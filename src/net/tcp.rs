//! TCP sockets. Every wait is one poll that ends at the call's deadline.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, Socket as RawSocket, Type};
use ureq::Error;

use super::{HEAD_TOO_LARGE, NO_HTTP};
use crate::net::context::{self, Phase};
use crate::net::deadline::Deadline;
use crate::net::dns::{Found, NoAddress, Resolver};
use crate::net::exchange_error::FailureKind;
use crate::net::poll::WaitError;
use crate::net::stream::ByteStream;
use crate::sys::{self, Interest, OpenSockets, Polled};

/// How long one address has before the next one is tried in parallel (RFC 8305).
const STAGGER: Duration = Duration::from_millis(250);

/// How often within the idle timeout of an upload the progress is checked.
const LOOKS: u32 = 8;

/// How long the other side of a connection that was idle has to acknowledge what is sent: a NAT or a firewall on the way may have
/// forgotten the connection.
const MAX_SILENCE: Duration = Duration::from_secs(3);
/// The same where the call has less than twice that left, so that there is time for a new connection.
const MIN_SILENCE: Duration = Duration::from_secs(1);
/// The same for a request that is not sent again: the network may be back after a while.
const SILENCE_BEFORE_FAILURE: Duration = Duration::from_secs(10);

/// The advice for a failure without details.
pub(crate) const CHECK_ADDRESS: &str = "check host and port in base_url, and that the server speaks TLS there";

/// What the sockets of a client share.
#[derive(Debug)]
pub(crate) struct Sockets {
    open: OpenSockets,
    /// Grows when one is found dead: those of before are not used again.
    generation: AtomicU32,
}

impl Sockets {
    pub(crate) fn new() -> Sockets {
        Sockets {
            open: OpenSockets::new(),
            generation: AtomicU32::new(0),
        }
    }

    /// See [`OpenSockets::close_in_child`].
    pub(crate) fn close_in_child(&self) {
        self.open.close_in_child();
    }
}

/// A TCP connection that waits by polling.
#[derive(Debug)]
pub(crate) struct Socket {
    stream: TcpStream,
    /// Bounds everything up to the end of the TLS handshake.
    connect_deadline: Deadline,
    sockets: Arc<Sockets>,
    /// The process that connected.
    process: u32,
    /// Whether nothing can be read yet, since the last request has no response: trying would be useless.
    is_asking: bool,
    /// How much was sent since the connection was idle, until it is known whether its other side is still there.
    in_doubt: Option<usize>,
    /// Whether that may be sent again, on another connection.
    may_repeat: bool,
    /// When it was taken for a request: an uptime.
    last_use: Duration,
    generation: u32,
}

impl Socket {
    /// Connects to the host of `resolver`, which is looked up again if it has moved away from where it was.
    pub(crate) fn open(
        resolver: &Resolver,
        sockets: &Arc<Sockets>,
        port: u16,
        deadline: Deadline,
    ) -> Result<Socket, Error> {
        let resolve = || -> Result<Found, Error> {
            let found = resolve(resolver, port, deadline)?;
            context::enter(Phase::Connecting);
            Ok(found)
        };
        let found = resolve()?;
        let mut connected = connect(&found.addresses, deadline);
        if connected.is_err() {
            resolver.forget();
        }
        if found.is_remembered && matches!(connected, Err(WaitError::Failed(_))) {
            connected = connect(&resolve()?.addresses, deadline);
        }
        let stream = connected.map_err(stopped)?;
        sockets.open.add(&stream);
        Ok(Socket {
            stream,
            connect_deadline: deadline,
            generation: sockets.generation.load(Ordering::Relaxed),
            sockets: sockets.clone(),
            process: sys::process_id(),
            is_asking: false,
            in_doubt: None,
            may_repeat: false,
            last_use: sys::uptime(),
        })
    }

    /// Takes the connection for another request; `false` if it is not to be used any more. It is `max_age` after it was taken
    /// last, by the clock that counts the time that the machine sleeps, as ureq's does not; and if another connection was found
    /// dead since. The next wait finds out whether the other side is still there.
    pub(crate) fn take_again(&mut self, max_age: Duration, may_repeat: bool) -> bool {
        let now = sys::uptime();
        let last_use = std::mem::replace(&mut self.last_use, now);
        (self.in_doubt, self.may_repeat) = (Some(0), may_repeat);
        let is_trusted = self.generation == self.sockets.generation.load(Ordering::Relaxed);
        is_trusted && now.saturating_sub(last_use) < max_age && self.is_quiet()
    }

    /// Waits a while for one of `wanted`; whether one is ready. Fails if nothing is then acknowledged of what was `sent`.
    #[inline(never)]
    fn wait_for_life(&self, wanted: &mut [Polled<'_>], deadline: Deadline, sent: usize) -> Result<bool, Error> {
        let limit = match deadline.remaining() {
            _ if !self.may_repeat => SILENCE_BEFORE_FAILURE,
            Some(left) if left < 2 * MAX_SILENCE => MIN_SILENCE,
            _ => MAX_SILENCE,
        };
        context::wait(wanted, deadline, Some(limit)).map_err(stopped)?;
        if wanted.iter().any(Polled::is_ready) {
            return Ok(true);
        }
        let unacked = sys::unacked_bytes(&self.stream).and_then(|count| usize::try_from(count).ok());
        if unacked.is_none_or(|unacked| unacked < sent) {
            return Ok(false);
        }
        // What made this one die, a suspend or another network, has mostly made all of them.
        self.sockets.generation.fetch_add(1, Ordering::Relaxed);
        context::fail(FailureKind::Io, "the server acknowledges nothing any more");
        Err(Error::ConnectionFailed)
    }

    /// Whether neither unsolicited data nor an end has come. For a connection that waits for no response.
    pub(crate) fn is_quiet(&self) -> bool {
        matches!(self.stream.peek(&mut [0]), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }

    /// Whether bytes have come, other than an end.
    pub(crate) fn has_bytes(&self) -> bool {
        matches!(self.stream.peek(&mut [0]), Ok(1..))
    }

    /// Waits until there is room for more, or, if requested, something to read; no longer than `deadline`, unless
    /// bytes keep being sent: a large buffer has room only when much of it is sent. Returns the deadline that then
    /// applies.
    pub(crate) fn wait_to_push(&mut self, is_listening: bool, mut deadline: Deadline) -> Result<Deadline, Error> {
        let look_every = context::idle_timeout() / LOOKS;
        let readable = match is_listening {
            true => Polled::new(&self.stream, Interest::Readable),
            false => Polled::nothing(),
        };
        let mut wanted = [Polled::new(&self.stream, Interest::Writable), readable];
        if let Some(sent) = self.in_doubt.take() {
            if self.wait_for_life(&mut wanted, deadline, sent)? {
                return Ok(deadline);
            }
        }
        let mut unacked_bytes = sys::unacked_bytes(&self.stream);
        loop {
            context::wait(&mut wanted, deadline, Some(look_every)).map_err(stopped)?;
            if wanted.iter().any(Polled::is_ready) {
                return Ok(deadline);
            }
            let left = sys::unacked_bytes(&self.stream);
            if left < unacked_bytes {
                unacked_bytes = left;
                deadline = context::part_deadline();
            }
        }
    }

    fn wait(&mut self, interest: Interest) -> Result<(), Error> {
        let deadline = match context::phase() {
            Phase::Connecting | Phase::Tunnelling | Phase::Handshaking => self.connect_deadline,
            _ => context::deadline(),
        };
        let mut wanted = [Polled::new(&self.stream, interest)];
        if let Some(sent) = self.in_doubt.take() {
            if self.wait_for_life(&mut wanted, deadline, sent)? {
                return Ok(());
            }
        }
        context::wait(&mut wanted, deadline, None).map_err(stopped)
    }

    /// After a read or write that would block: waits, or gives up.
    fn try_again(&mut self, error: io::Error, interest: Interest) -> Result<(), Error> {
        match error.kind() {
            io::ErrorKind::WouldBlock => self.wait(interest),
            io::ErrorKind::Interrupted => Ok(()),
            _ => Err(failed(error)),
        }
    }
}

impl ByteStream for Socket {
    fn receive(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        loop {
            // An endless fast response never has to wait, so clock and cancel are checked here as well.
            if self.is_asking {
                self.wait(Interest::Readable)?;
            } else {
                context::still_wanted().map_err(stopped)?;
            }
            self.is_asking = false;
            match self.stream.read(buffer) {
                Ok(n) => return Ok(n),
                Err(error) => self.try_again(error, Interest::Readable)?,
            }
        }
    }

    fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let mut at = 0;
        while at < bytes.len() {
            match self.push(&bytes[at..]) {
                Ok(n) => at += n,
                Err(error) => self.try_again(error, Interest::Writable)?,
            }
        }
        Ok(())
    }

    fn take(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.read(buffer)
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_asking = true;
        let sent = self.stream.write(bytes)?;
        if let Some(all) = &mut self.in_doubt {
            *all += sent;
        }
        Ok(sent)
    }

    fn flush_at_once(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Socket {
    /// Ends the connection, and not only this descriptor: a child of fork that never uses the client holds a copy of
    /// it, which would keep the connection from ending. A child that owns a copy of its parent's object only closes its
    /// descriptor.
    fn drop(&mut self) {
        self.sockets.open.remove(&self.stream);
        if self.process == sys::process_id() {
            // A connection that the server has closed needs no shutdown.
            let _ = self.stream.shutdown(Shutdown::Both);
        }
    }
}

/// What a call to the host of `resolver` begins with: an address needs no look-up.
pub(crate) fn first_phase(resolver: &Resolver) -> Phase {
    match resolver.is_name() {
        true => Phase::Resolving,
        false => Phase::Connecting,
    }
}

/// Finds the host of `resolver`.
pub(crate) fn resolve(resolver: &Resolver, port: u16, deadline: Deadline) -> Result<Found, Error> {
    context::enter(first_phase(resolver));
    resolver.resolve(port, deadline).map_err(|problem| match problem {
        NoAddress::Stopped(stop) => stopped(stop),
        NoAddress::NotFound(reason) => failed(io::Error::other(reason)),
    })
}

/// Connects to the first address that responds. Each has a head start of [`STAGGER`] over the next.
fn connect(addresses: &[SocketAddr], deadline: Deadline) -> Result<TcpStream, WaitError> {
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
                return Err(WaitError::Failed(last_error));
            }
        }
        if pending.is_empty() {
            continue;
        }
        let until_next = (waiting.len() > 0).then(|| next_start.saturating_duration_since(Instant::now()));
        let mut sockets: Vec<Polled> = pending
            .iter()
            .map(|stream| Polled::new(stream, Interest::Writable))
            .collect();
        context::wait(&mut sockets, deadline, until_next)?;
        let ready: Vec<bool> = sockets.iter().map(Polled::is_ready).collect();
        for i in (0..ready.len()).rev().filter(|&i| ready[i]) {
            let stream = pending.remove(i);
            match stream.take_error() {
                Ok(None) => return Ok(stream),
                Ok(Some(error)) | Err(error) => last_error = error,
            }
        }
    }
}

/// A socket that is connecting to `address`.
fn start_connecting(address: &SocketAddr) -> io::Result<TcpStream> {
    let socket = RawSocket::new(Domain::for_address(*address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_nonblocking(true)?;
    // Only an optimization.
    let _ = socket.set_tcp_nodelay(true);
    match socket.connect(&(*address).into()) {
        Ok(()) => {}
        Err(error) if sys::is_connecting(&error) => {}
        Err(error) => return Err(error),
    }
    Ok(socket.into())
}

/// Notes why a wait ended early, and in which phase.
pub(crate) fn stopped(stop: WaitError) -> Error {
    let kind = match stop {
        WaitError::TimedOut if context::is_at_proxy() => FailureKind::Proxy,
        WaitError::TimedOut => FailureKind::Timeout,
        WaitError::Cancelled => FailureKind::Cancelled,
        WaitError::Failed(error) => return failed(error),
    };
    match kind {
        FailureKind::Proxy => context::fail(kind, format!("timed out while {}", context::phase().description())),
        _ => context::fail(kind, context::phase().description()),
    }
    Error::ConnectionFailed
}

/// Notes that a part of the response that must be read at once does not fit into the buffer.
pub(crate) fn too_long() -> Error {
    match context::has_head() {
        true => context::fail(FailureKind::NotHttp, NO_HTTP),
        false => context::fail(FailureKind::TooLarge, HEAD_TOO_LARGE),
    }
    Error::ConnectionFailed
}

/// Notes that the current step failed.
pub(crate) fn failed(error: io::Error) -> Error {
    let kind = match context::phase() {
        _ if context::is_at_proxy() => FailureKind::Proxy,
        Phase::Resolving => FailureKind::Resolve,
        Phase::Connecting => FailureKind::Connect,
        Phase::Tunnelling => FailureKind::Proxy,
        Phase::Handshaking => FailureKind::Tls,
        Phase::Sending | Phase::Uploading | Phase::Receiving | Phase::Downloading => FailureKind::Io,
    };
    match kind {
        FailureKind::Tls => context::fail(kind, format!("{error}: {CHECK_ADDRESS}")),
        _ => context::fail(kind, error.to_string()),
    }
    Error::ConnectionFailed
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::net::cancel::Cancel;
    use crate::net::context::CallState;
    use crate::net::poll::CancelSources;

    /// Connects as a call would that has `timeout` for it.
    fn connect_within(addresses: &[SocketAddr], timeout: Duration) -> Result<TcpStream, FailureKind> {
        let deadline = Deadline::after(timeout);
        let mut state = CallState::new(deadline, timeout, Arc::default());
        state.phase = Phase::Connecting;
        let (result, state) = context::with(state, || connect(addresses, deadline).map_err(stopped));
        result.map_err(|_| state.failure.unwrap().kind)
    }

    /// A socket with a port of its own, on which it does not listen.
    fn bound() -> RawSocket {
        let socket = RawSocket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
        socket
    }

    fn address(socket: &RawSocket) -> SocketAddr {
        socket.local_addr().unwrap().as_socket().unwrap()
    }

    /// A listener whose queue is full, so that further connections hang as they do into a black hole.
    fn black_hole() -> (RawSocket, Vec<TcpStream>) {
        let socket = bound();
        socket.listen(0).unwrap();
        let address = address(&socket);
        let mut queued = Vec::new();
        loop {
            let stream = start_connecting(&address).unwrap();
            let mut connecting = [Polled::new(&stream, Interest::Writable)];
            sys::wait(&mut connecting, Duration::from_millis(100)).unwrap();
            if !connecting[0].is_ready() {
                return (socket, queued);
            }
            queued.push(stream);
        }
    }

    #[test]
    fn a_dead_address_does_not_cost_the_timeout() {
        let (hole, _queued) = black_hole();
        let dead = address(&hole);
        let alive = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = alive.local_addr().unwrap();
        let stream = connect_within(&[dead, dead, address], Duration::from_secs(60)).unwrap();
        assert_eq!(stream.peer_addr().unwrap(), address);
    }

    #[test]
    fn a_refusal_moves_on_at_once() {
        let nobody: Vec<RawSocket> = (0..3).map(|_| bound()).collect();
        let refused: Vec<SocketAddr> = nobody.iter().map(address).collect();
        assert_eq!(
            connect_within(&refused, Duration::from_secs(60)).unwrap_err(),
            FailureKind::Connect
        );
        assert_eq!(
            connect_within(&[], Duration::from_secs(60)).unwrap_err(),
            FailureKind::Connect
        );
    }

    #[test]
    fn a_host_that_has_moved_is_looked_up_anew() {
        static MOVED: AtomicBool = AtomicBool::new(false);
        let old = Ipv4Addr::new(127, 0, 0, 2);
        let resolver = Resolver::asking("nango.test", |_| {
            let last = if MOVED.load(Ordering::SeqCst) { 1 } else { 2 };
            Ok(vec![(Ipv4Addr::new(127, 0, 0, last), 0).into()])
        });
        // One port that is free at both addresses.
        let (before, _after, port) = loop {
            let before = TcpListener::bind((old, 0)).unwrap();
            let port = before.local_addr().unwrap().port();
            if let Ok(after) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                break (before, after, port);
            }
        };
        let open = Arc::new(Sockets::new());
        let deadline = Deadline::after(Duration::from_secs(60));
        let connected = || {
            let state = CallState::new(deadline, Duration::from_secs(60), Arc::default());
            let (socket, _) = context::with(state, || Socket::open(&resolver, &open, port, deadline));
            socket.unwrap().stream.peer_addr().unwrap().ip()
        };
        assert_eq!(connected(), old);
        MOVED.store(true, Ordering::SeqCst);
        assert_eq!(connected(), old, "it is remembered");
        drop(before);
        assert_eq!(connected(), Ipv4Addr::LOCALHOST);
    }

    #[test]
    fn black_holes_end_at_the_deadline() {
        let (hole, _queued) = black_hole();
        let dead = address(&hole);
        let start = Instant::now();
        assert_eq!(
            connect_within(&[dead, dead], Duration::from_millis(400)).unwrap_err(),
            FailureKind::Timeout
        );
        assert!(start.elapsed() >= Duration::from_millis(400));
    }

    #[test]
    fn a_cancel_ends_the_wait_for_a_black_hole() {
        let (hole, _queued) = black_hole();
        let dead = address(&hole);
        let cancel = Cancel::new();
        let stops = CancelSources {
            cancel: Some(cancel.clone()),
            ..CancelSources::default()
        };
        let deadline = Deadline::after(Duration::from_secs(600));
        let mut state = CallState::new(deadline, Duration::from_secs(600), Arc::new(stops));
        state.phase = Phase::Connecting;
        let (connecting, is_connecting) = std::sync::mpsc::channel();
        let ended = std::thread::scope(|scope| {
            scope.spawn(move || {
                is_connecting.recv().unwrap();
                cancel.trigger();
            });
            connecting.send(()).unwrap();
            context::with(state, || connect(&[dead, dead], deadline).map_err(stopped)).1
        });
        assert_eq!(ended.failure.unwrap().kind, FailureKind::Cancelled);
    }
}
