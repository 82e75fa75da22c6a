//! One connection of a client: reads requests, writes responses, over TLS or not.

use std::io::{self, ErrorKind, Read, Write};
use std::rc::Rc;
use std::sync::Arc;

use mio::net::TcpStream;
use rustls::{ServerConfig, ServerConnection};

use crate::answers::{Answer, Answers};

/// Whether to continue with a connection.
pub enum Next {
    /// Wait for more.
    Wait,
    /// Respond when this many connections wait for their response.
    Gather(usize),
    /// It is over.
    End,
}

/// One connection.
pub struct Connection {
    stream: TcpStream,
    tls: Option<Box<ServerConnection>>,
    request: Vec<u8>,
    /// The rest of a plain response: the response, and how much of it is sent.
    unsent: Option<(Rc<[u8]>, usize)>,
    /// A response that waits for other requests, and whether it was counted with them.
    held: Option<(Answer, bool)>,
    closes: bool,
}

impl Connection {
    /// One that was just accepted, with TLS if there is a configuration for it.
    pub fn new(stream: TcpStream, tls: Option<&Arc<ServerConfig>>) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        let tls = match tls {
            Some(config) => {
                let mut tls = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
                tls.set_buffer_limit(None);
                Some(Box::new(tls))
            }
            None => None,
        };
        Ok(Self {
            stream,
            tls,
            request: Vec::with_capacity(1024),
            unsent: None,
            held: None,
            closes: false,
        })
    }

    /// The socket.
    pub fn stream(&mut self) -> &mut TcpStream {
        &mut self.stream
    }

    /// Does what can be done at once. `at_end`: the client sends nothing more.
    pub fn advance(&mut self, answers: &Answers, scratch: &mut [u8], at_end: bool) -> io::Result<Next> {
        let ended = match self.tls {
            Some(_) => self.read_tls(answers, scratch, at_end)?,
            None => self.read_plain(answers, scratch, at_end)?,
        };
        let is_sent = self.send()?;
        Ok(match &mut self.held {
            _ if ended || (is_sent && self.closes) => Next::End,
            Some((answer, is_counted)) if !*is_counted => {
                *is_counted = true;
                Next::Gather(answer.at_once)
            }
            _ => Next::Wait,
        })
    }

    /// Sends the response that waited.
    pub fn release(&mut self) -> io::Result<()> {
        if let Some((answer, _)) = self.held.take() {
            self.answer(&answer)?;
            self.send()?;
        }
        Ok(())
    }

    /// Reads until there is no more; a read that does not fill the buffer has taken all. Returns whether the client has ended.
    fn read_plain(&mut self, answers: &Answers, scratch: &mut [u8], at_end: bool) -> io::Result<bool> {
        loop {
            match self.stream.read(scratch) {
                Ok(0) => return Ok(true),
                Ok(count) => {
                    self.take(&scratch[..count], answers)?;
                    if count < scratch.len() && !at_end {
                        return Ok(false);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn read_tls(&mut self, answers: &Answers, scratch: &mut [u8], at_end: bool) -> io::Result<bool> {
        loop {
            let mut count = match self.stream.read(scratch) {
                Ok(0) => return Ok(true),
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let has_more = count == scratch.len();
            let mut start = 0;
            while count > 0 {
                let Some(tls) = &mut self.tls else { return Ok(true) };
                let taken = tls.read_tls(&mut &scratch[start..start + count])?;
                let state = tls.process_new_packets().map_err(io::Error::other)?;
                start += taken;
                count -= taken;
                let mut plain = vec![0; state.plaintext_bytes_to_read()];
                tls.reader().read_exact(&mut plain)?;
                self.take(&plain, answers)?;
                if state.peer_has_closed() {
                    return Ok(true);
                }
            }
            if !has_more && !at_end {
                return Ok(false);
            }
        }
    }

    /// Takes a part of a request. A GET has no body, so it is whole with the empty line, and no client here sends the
    /// next one before the response.
    fn take(&mut self, bytes: &[u8], answers: &Answers) -> io::Result<()> {
        self.request.extend_from_slice(bytes);
        if !self.request.ends_with(b"\r\n\r\n") {
            return Ok(());
        }
        let answer = answers.of(&self.request);
        self.request.clear();
        if answer.at_once > 1 {
            self.held = Some((answer, false));
            return Ok(());
        }
        self.answer(&answer)
    }

    fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        self.closes = answer.closes;
        match &mut self.tls {
            Some(tls) => {
                tls.writer().write_all(&answer.bytes)?;
                if answer.closes {
                    tls.send_close_notify();
                }
            }
            None => self.unsent = Some((Rc::clone(&answer.bytes), 0)),
        }
        Ok(())
    }

    /// Sends what the socket takes. Returns whether that was all.
    fn send(&mut self) -> io::Result<bool> {
        loop {
            let result = match (&mut self.tls, &mut self.unsent) {
                (Some(tls), _) if tls.wants_write() => tls.write_tls(&mut self.stream).map(|_| ()),
                (None, Some((bytes, sent))) if *sent < bytes.len() => {
                    self.stream.write(&bytes[*sent..]).map(|count| *sent += count)
                }
                _ => return Ok(true),
            };
            match result {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}
