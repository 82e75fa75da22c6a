//! The connection that a server's bytes go over: a socket, or TLS with a proxy on one.

use std::io;
use std::time::Duration;

use ureq::Error;

use crate::net::deadline::Deadline;
use crate::net::stream::ByteStream;
use crate::net::tcp::Socket;
use crate::net::tls::Session;

/// A connection to a server or a proxy.
#[derive(Debug)]
pub(crate) struct Link {
    socket: Socket,
    /// TLS with a proxy, within which the rest goes.
    with_proxy: Option<Box<Session>>,
}

impl Link {
    pub(crate) fn new(socket: Socket, with_proxy: Option<Box<Session>>) -> Link {
        Link { socket, with_proxy }
    }

    /// Whether bytes are encrypted on their way to a proxy.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.with_proxy.is_some()
    }

    /// Whether nothing has come that was not asked for, an end included. For a connection that waits for no response.
    pub(crate) fn is_quiet(&self) -> bool {
        self.socket.is_quiet()
    }

    /// Whether bytes have come, other than an end.
    pub(crate) fn has_bytes(&self) -> bool {
        self.socket.has_bytes()
    }

    /// Whether nothing that TLS with a proxy has decrypted waits to be read, nor an end.
    pub(crate) fn is_drained(&self) -> bool {
        self.with_proxy.as_ref().is_none_or(|session| session.is_quiet())
    }

    /// See [`Socket::take_again`].
    pub(crate) fn take_again(&mut self, max_age: Duration, may_repeat: bool) -> bool {
        self.socket.take_again(max_age, may_repeat)
    }

    /// See [`Socket::wait_to_push`].
    pub(crate) fn wait_to_push(&mut self, is_listening: bool, deadline: Deadline) -> Result<Deadline, Error> {
        self.socket.wait_to_push(is_listening, deadline)
    }
}

impl ByteStream for Link {
    fn receive(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        match &mut self.with_proxy {
            None => self.socket.receive(buffer),
            Some(session) => session.receive(&mut self.socket, buffer, false),
        }
    }

    fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match &mut self.with_proxy {
            None => self.socket.send(bytes),
            Some(session) => session.send(&mut self.socket, bytes),
        }
    }

    fn take(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.with_proxy {
            None => self.socket.take(buffer),
            Some(session) => session.take(&mut self.socket, buffer),
        }
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.with_proxy {
            None => self.socket.push(bytes),
            Some(session) => session.push(&mut self.socket, bytes),
        }
    }

    fn flush_at_once(&mut self) -> io::Result<()> {
        match &mut self.with_proxy {
            None => Ok(()),
            Some(session) => session.push(&mut self.socket, &[]).map(|_| ()),
        }
    }
}
