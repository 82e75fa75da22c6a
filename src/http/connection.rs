//! A connection as ureq knows it: a socket, a tunnel through an HTTP proxy and TLS where they are wanted, and buffers.

use std::fmt;
use std::io;
use std::sync::Arc;

use ureq::Error;
use ureq::config::Config;
use ureq::http::{HeaderValue, Uri};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver as UreqResolver};
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

use zeroize::Zeroizing;

use crate::http::buffers::ConnectionBuffers;
use crate::http::limits::MAX_IDLE_AGE;
use crate::http::long_head;
use crate::http::{direct, header_filter};
use crate::net::chunk::Chunk;
use crate::net::context::{self, Phase, Upload};
use crate::net::deadline::Deadline;
use crate::net::dial::Dialer;
use crate::net::exchange_error::FailureKind;
use crate::net::forward_proxy::{self, Target};
use crate::net::link::Link;
use crate::net::poll::WaitError;
use crate::net::stream::ByteStream;
use crate::net::tcp::{failed, stopped, too_long};
use crate::net::tls::{Session, Tls};
use crate::sys;

/// Answers ureq, which asks on every call, with nothing: names are looked up when a connection is made.
#[derive(Debug)]
pub(crate) struct NoResolver;

impl UreqResolver for NoResolver {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        Ok(self.empty())
    }
}

/// Makes connections, within the connect timeout and the deadline of the current call. Clones share everything.
#[derive(Clone)]
pub(crate) struct HttpConnector {
    pub(crate) dialer: Arc<Dialer>,
    /// What a proxy is told of this program.
    pub(crate) user_agent: Option<HeaderValue>,
    /// The headers of every request, but for its host, as they are sent.
    pub(crate) head_lines: Arc<Zeroizing<Vec<u8>>>,
    /// For an https base URL.
    pub(crate) tls: Option<Tls>,
}

impl Connector for HttpConnector {
    type Out = HttpConnection;

    fn connect(&self, details: &ConnectionDetails, _: Option<()>) -> Result<Option<HttpConnection>, Error> {
        // Resolving, connecting and the handshake share the connect timeout, within the deadline.
        let deadline = Deadline::after(context::connect_timeout()).earlier(context::deadline());
        context::note_connected();
        context::enter(self.dialer.first_phase());
        deadline.remaining().ok_or_else(|| stopped(WaitError::TimedOut))?;
        let (host, port) = target(details.uri);
        let is_tls = details.needs_tls();
        let target = Target::new(host, port, self.user_agent.as_ref());
        let mut link = self.dialer.dial(target, is_tls, deadline)?;
        let session = match self.tls.as_ref().filter(|_| is_tls) {
            None => None,
            Some(tls) => {
                context::enter(Phase::Handshaking);
                Some(tls.handshake(&mut link, host)?)
            }
        };
        context::enter(Phase::Sending);
        Ok(Some(HttpConnection {
            link,
            session,
            buffers: ConnectionBuffers::default(),
            head_lines: self.head_lines.clone(),
            through_proxy: self.dialer.proxy().is_some(),
            fetched: self.dialer.fetching_proxy(is_tls).map(|_| Fetched {
                dialer: self.dialer.clone(),
                host: host.to_owned(),
                port,
            }),
            is_spoiled: false,
        }))
    }
}

// ureq wants this of a connector and of its connections, and never prints it. Derived, it would bring the code that prints all
// of rustls and ureq into the library.
impl fmt::Debug for HttpConnector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpConnector")
    }
}

impl fmt::Debug for HttpConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpConnection")
    }
}

/// Host and port that a URL names.
fn target(uri: &Uri) -> (&str, u16) {
    let default_port = if uri.scheme_str() == Some("https") { 443 } else { 80 };
    (uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(default_port))
}

/// A connection to the server.
pub(crate) struct HttpConnection {
    link: Link,
    /// With TLS.
    session: Option<Box<Session>>,
    buffers: ConnectionBuffers,
    /// See [`HttpConnector`].
    head_lines: Arc<Zeroizing<Vec<u8>>>,
    /// Whether it leads to or through a forward proxy.
    through_proxy: bool,
    /// What a proxy has to fetch from, if requests are for the proxy.
    fetched: Option<Fetched>,
    /// Whether a body was left out on it before its end, so that the server waits for the rest.
    is_spoiled: bool,
}

/// The server that a proxy fetches from.
#[derive(Debug)]
struct Fetched {
    dialer: Arc<Dialer>,
    host: String,
    port: u16,
}

impl Fetched {
    /// The head of a request as the proxy wants it.
    fn rewritten(&self, head: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let target = Target::new(&self.host, self.port, None);
        forward_proxy::in_absolute_form(head, self.dialer.fetching_proxy(false)?, &target)
    }
}

impl HttpConnection {
    /// Whether bytes are encrypted on their way to the server or to a proxy.
    fn is_encrypted(&self) -> bool {
        self.session.is_some() || self.link.is_encrypted()
    }

    /// Sends a part of a body. A server that refuses the whole need not read it to its end: its answer ends the upload, and
    /// so does a connection that takes no more, on which the answer may have come.
    fn send_part(&mut self, size: usize) -> Result<(), Error> {
        let chunk = context::take_chunk();
        let size = chunk.as_ref().map_or(size, |chunk| chunk.framed().len());
        let result = self.send_part_of(size, chunk.as_deref());
        context::set_chunk(chunk);
        result
    }

    /// Sends the first `size` bytes of `chunk`, or of the output.
    fn send_part_of(&mut self, size: usize, chunk: Option<&Chunk>) -> Result<(), Error> {
        context::enter(Phase::Uploading);
        let mut sent = 0;
        let mut is_listening = true;
        let mut deadline = context::part_deadline();
        loop {
            if is_listening && !self.link.is_quiet() {
                is_listening = self.listen();
                if header_filter::refuses(self.buffers.received()) {
                    break;
                }
            }
            let part = match chunk {
                Some(chunk) => chunk.framed(),
                None => self.buffers.output(),
            };
            let part = part.get(sent..size).unwrap_or_default();
            let pushed = match &mut self.session {
                None => self.link.push(part),
                Some(session) => session.push(&mut self.link, part),
            };
            match pushed {
                // Without TLS nothing is held back, so there is nothing to be asked for after the last byte.
                Ok(0) if sent == size => return Ok(()),
                Ok(count) => {
                    sent += count;
                    deadline = context::part_deadline();
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    deadline = self.link.wait_to_push(is_listening, deadline)?;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    // Whoever closes after a refusal has sent that before.
                    self.listen();
                    if self.buffers.received().is_empty() {
                        return Err(failed(error));
                    }
                    break;
                }
            }
            if sent == size && !self.is_encrypted() {
                return Ok(());
            }
            context::still_wanted().map_err(stopped)?;
        }
        self.is_spoiled = true;
        context::set_upload(Upload::Over);
        Ok(())
    }

    /// Takes in what has come while a body goes out; whether there may be more that matters.
    fn listen(&mut self) -> bool {
        if self.buffers.direct() > 0 {
            // The head has come. What follows is received when it is read.
            return false;
        }
        let room = self.buffers.input_append_buf();
        let heard = match &mut self.session {
            None => self.link.take(room),
            Some(session) => session.take(&mut self.link, room),
        };
        match heard {
            Ok(0) => false,
            Ok(count) => {
                context::note_received();
                self.buffers.heard(count);
                self.prepare_head().is_ok()
            }
            Err(error) => error.kind() == io::ErrorKind::WouldBlock,
        }
    }

    /// Adds to the head of a request, the first `size` bytes of the output, the headers that ureq does not know of; returns how long
    /// it then is. ureq would look through all headers several times, and copy their map for each request.
    fn complete_head(&mut self, size: usize) -> Result<usize, Error> {
        let own = context::take_head_lines();
        let lines = own.as_deref().map_or(self.head_lines.as_slice(), Vec::as_slice);
        let output = self.buffers.output();
        let end = size + lines.len();
        match output.get_mut(size.saturating_sub(2)..end) {
            Some(room) if room.starts_with(b"\r\n") => {
                let (added, last) = room.split_at_mut(lines.len());
                added.copy_from_slice(lines);
                last.copy_from_slice(b"\r\n");
                Ok(end)
            }
            _ => Err(io::Error::other("the head of the request does not fit into its buffer").into()),
        }
    }

    /// Makes of a head what ureq reads, and reads fast.
    fn prepare_head(&mut self) -> Result<(), Error> {
        let received = self.buffers.received();
        let Some(wants_headers) = context::wants_headers(received.starts_with(b"HTTP/1.")) else {
            return Ok(());
        };
        let plain = match wants_headers {
            true => None,
            false => header_filter::thin_out(received),
        };
        let shorter = plain.or_else(|| context::take_out(|taken| long_head::repair(received, taken)));
        self.buffers.shorten(shorter.ok_or_else(too_long)?);
        if context::has_body() && self.buffers.direct() == 0 {
            if let Some((held, length)) = direct::announce_one(self.buffers.received()) {
                self.buffers.hold(held, length);
                context::set_direct_length(length);
            }
        }
        Ok(())
    }

    /// Receives the next bytes of a body into the buffer that is lent for it; whether there were any.
    fn receive_directly(&mut self) -> Result<bool, Error> {
        let left = usize::try_from(self.buffers.direct()).unwrap_or(usize::MAX);
        let count = sys::with_lent(|room| {
            let size = room.len().min(left);
            let room = &mut room[..size];
            match (self.buffers.take_held(room), &mut self.session) {
                (count @ 1.., _) => Ok(count),
                (_, None) => self.link.receive(room),
                (_, Some(session)) => session.receive(&mut self.link, room, self.is_spoiled),
            }
        });
        let count = count.unwrap_or_else(|| Err(io::Error::other("no room for a body").into()))?;
        context::note_direct(count);
        self.buffers.pass(count);
        match count == 0 || self.buffers.direct() == 0 {
            true => Ok(count > 0),
            // ureq returns this at once to who reads.
            false => Err(io::Error::from(io::ErrorKind::WouldBlock).into()),
        }
    }

    /// A new connection with bytes on it, before anything was sent, would answer a question that nobody asked. With TLS
    /// they hold no HTTP.
    fn refuse_what_was_not_asked_for(&self) -> Result<(), Error> {
        if !(!self.is_encrypted() && context::is_unused() && self.link.has_bytes()) {
            return Ok(());
        }
        match self.through_proxy {
            true => context::fail(FailureKind::Proxy, "it sent data before the request"),
            false => context::fail(FailureKind::NotHttp, "the server sent data before the request"),
        }
        Err(Error::ConnectionFailed)
    }
}

impl Transport for HttpConnection {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), Error> {
        match context::upload() {
            Upload::None => {}
            Upload::Running => return self.send_part(amount),
            Upload::Over => return Ok(()),
        }
        self.refuse_what_was_not_asked_for()?;
        let is_head = context::is_unsent();
        let amount = if is_head { self.complete_head(amount)? } else { amount };
        let bytes = self
            .buffers
            .output()
            .get(..amount)
            .ok_or_else(|| io::Error::other("more than there is"))?;
        let fetched = self.fetched.as_ref().filter(|_| is_head);
        let rewritten = fetched.and_then(|fetched| fetched.rewritten(bytes));
        let bytes = rewritten.as_deref().map_or(bytes, Vec::as_slice);
        context::enter(Phase::Sending);
        context::note_sent();
        match &mut self.session {
            None => self.link.send(bytes),
            Some(session) => session.send(&mut self.link, bytes),
        }
    }

    fn await_input(&mut self, _: NextTimeout) -> Result<bool, Error> {
        if !context::has_head() {
            context::enter(Phase::Receiving);
        }
        if self.buffers.direct() > 0 {
            return self.receive_directly();
        }
        let room = self.buffers.input_append_buf();
        if room.is_empty() {
            return Err(too_long());
        }
        let count = match &mut self.session {
            None => self.link.receive(room)?,
            Some(session) => session.receive(&mut self.link, room, self.is_spoiled)?,
        };
        if count > 0 {
            context::note_received();
        }
        self.buffers.input_appended(count);
        self.prepare_head()?;
        Ok(count > 0)
    }

    /// ureq asks before a connection is used again, and also when it goes idle, where only its memory is of interest:
    /// what comes until the next use is seen then.
    fn is_open(&mut self) -> bool {
        // What follows a body may have been decrypted with it: it answers no request.
        let is_drained = self.link.is_drained() && self.session.as_ref().is_none_or(|session| session.is_quiet());
        if self.is_spoiled || context::must_close() || !is_drained {
            return false;
        }
        let Some(may_repeat) = context::unsent_may_repeat() else {
            self.buffers.rest();
            return true;
        };
        self.link.take_again(MAX_IDLE_AGE, may_repeat)
    }

    fn is_tls(&self) -> bool {
        self.session.is_some()
    }
}
