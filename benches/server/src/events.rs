//! The loop: waits for events and resumes the connections.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use mio::net::TcpListener;
use mio::unix::SourceFd;
use mio::{Events, Interest, Poll, Token};
use rustls::ServerConfig;
use slab::Slab;

use crate::answers::Answers;
use crate::connection::{Connection, Next};

const STDIN: Token = Token(usize::MAX - 3);
const HTTP: Token = Token(usize::MAX - 2);
const HTTPS: Token = Token(usize::MAX - 1);

/// The server.
pub struct Server {
    poll: Poll,
    http: TcpListener,
    https: TcpListener,
    tls: Arc<ServerConfig>,
    answers: Answers,
    connections: Slab<Connection>,
    /// The connections whose responses wait for each other.
    gathered: Vec<usize>,
    scratch: Vec<u8>,
}

impl Server {
    /// A server for two listening sockets.
    pub fn new(mut http: TcpListener, mut https: TcpListener, tls: Arc<ServerConfig>) -> io::Result<Self> {
        let poll = Poll::new()?;
        poll.registry().register(&mut http, HTTP, Interest::READABLE)?;
        poll.registry().register(&mut https, HTTPS, Interest::READABLE)?;
        poll.registry().register(&mut SourceFd(&0), STDIN, Interest::READABLE)?;
        Ok(Self {
            poll,
            http,
            https,
            tls,
            answers: Answers::new(),
            connections: Slab::new(),
            gathered: Vec::new(),
            scratch: vec![0; 16 * 1024],
        })
    }

    /// Serves until standard input ends.
    pub fn serve(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(256);
        loop {
            match self.poll.poll(&mut events, None) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result?,
            }
            for event in &events {
                match event.token() {
                    STDIN if stdin_ended() => return Ok(()),
                    STDIN => {}
                    HTTP | HTTPS => self.accept(event.token())?,
                    token => self.advance(token.0, event.is_read_closed()),
                }
            }
        }
    }

    fn accept(&mut self, listener: Token) -> io::Result<()> {
        let (listener, tls) = match listener {
            HTTPS => (&self.https, Some(&self.tls)),
            _ => (&self.http, None),
        };
        loop {
            let stream = match listener.accept() {
                Ok((stream, _)) => stream,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                // A client that gave up before it was accepted.
                Err(error) if error.kind() == ErrorKind::ConnectionAborted => continue,
                Err(error) => return Err(error),
            };
            let entry = self.connections.vacant_entry();
            let token = Token(entry.key());
            let connection = entry.insert(Connection::new(stream, tls)?);
            self.poll
                .registry()
                .register(connection.stream(), token, Interest::READABLE | Interest::WRITABLE)?;
        }
    }

    /// A connection that fails is a client's affair: it is dropped.
    fn advance(&mut self, key: usize, at_end: bool) {
        let Some(connection) = self.connections.get_mut(key) else {
            return;
        };
        match connection.advance(&self.answers, &mut self.scratch, at_end) {
            Ok(Next::Wait) => {}
            Ok(Next::Gather(at_once)) => self.gather(key, at_once),
            Ok(Next::End) | Err(_) => {
                self.connections.remove(key);
                self.gathered.retain(|gathered| *gathered != key);
            }
        }
    }

    fn gather(&mut self, key: usize, at_once: usize) {
        self.gathered.push(key);
        if self.gathered.len() < at_once {
            return;
        }
        for key in self.gathered.drain(..) {
            if let Some(connection) = self.connections.get_mut(key) {
                // One that fails here ends with its next event.
                let _ = connection.release();
            }
        }
    }
}

/// The process that started the server holds its standard input open; input is ignored.
fn stdin_ended() -> bool {
    !matches!(io::stdin().read(&mut [0; 64]), Ok(1..))
}
