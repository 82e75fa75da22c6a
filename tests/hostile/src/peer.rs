//! One accepted connection, which a script controls.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use socket2::SockRef;

use nango_probe::sum::Sum;

use crate::pattern::{Pattern, UPLOAD};
use crate::server::Gate;
use crate::tally::Tally;

/// Longer than any call, so that a script ends even if its client is gone.
const PATIENCE: Duration = Duration::from_secs(60);
/// After how many bytes of a body a slow server pauses.
const SIP: u64 = 64 * 1024;

/// The body of a connection as Nango returns it, with the key that every success must show.
pub const CONNECTION: &str = concat!(
    r#"{"id":1,"connection_id":"c","provider_config_key":"p","provider":"invented","#,
    r#""credentials":{"type":"API_KEY","apiKey":"invented-api-key"}}"#
);

/// A whole response of the status `status`; `headers` are lines that each end in CRLF.
pub fn answer(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The response that the library expects.
pub fn good() -> String {
    answer("200 OK", "content-type: application/json\r\n", CONNECTION)
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

/// An accepted connection.
pub struct Peer {
    stream: Option<Stream>,
    tally: Arc<Tally>,
    ready: Sender<()>,
    end: Arc<Gate>,
    /// How long to pause after each [`SIP`] of a body that is read.
    pause: Duration,
}

impl Peer {
    pub(crate) fn new(
        stream: TcpStream,
        tls: Option<&Arc<ServerConfig>>,
        tally: &Arc<Tally>,
        ready: &Sender<()>,
        end: &Arc<Gate>,
    ) -> Peer {
        // If this fails the socket is closed already, which reading reports.
        let _ = stream.set_nodelay(true);
        let _ = stream.set_read_timeout(Some(PATIENCE));
        let _ = stream.set_write_timeout(Some(PATIENCE));
        let stream = match tls.map(|config| ServerConnection::new(config.clone())) {
            None => Some(Stream::Plain(stream)),
            Some(Ok(session)) => Some(Stream::Tls(Box::new(StreamOwned::new(session, stream)))),
            Some(Err(_)) => None,
        };
        Peer {
            stream,
            tally: tally.clone(),
            ready: ready.clone(),
            end: end.clone(),
            pause: Duration::ZERO,
        }
    }

    fn socket(&self) -> Option<&TcpStream> {
        match self.stream.as_ref()? {
            Stream::Plain(stream) => Some(stream),
            Stream::Tls(stream) => Some(stream.get_ref()),
        }
    }

    /// Reads bytes that the client sent; 0 if it is gone in any way.
    pub fn read(&mut self, buffer: &mut [u8]) -> usize {
        let read = match &mut self.stream {
            None => Ok(0),
            Some(Stream::Plain(stream)) => stream.read(buffer),
            Some(Stream::Tls(stream)) => stream.read(buffer),
        };
        read.unwrap_or(0)
    }

    /// Reads the head of a request, which counts; `None` if the client is gone.
    pub fn read_head(&mut self) -> Option<String> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            match self.read(&mut byte) {
                1 => head.push(byte[0]),
                _ => return None,
            }
        }
        self.tally.note(|counts| counts.requests += 1);
        Some(String::from_utf8_lossy(&head).into_owned())
    }

    /// Reads bodies slowly: with `pause` after every 64 KiB.
    pub fn read_slowly(&mut self, pause: Duration) {
        self.pause = pause;
    }

    /// Reads the body that belongs to `head`, of `size` bytes, which counts if it is whole; false if it is not.
    pub fn read_upload(&mut self, head: &str, size: u64) -> bool {
        let lines = head.lines().map(str::to_ascii_lowercase);
        let length = lines
            .filter_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
            .next();
        let mut sum = Sum::EMPTY;
        let has_ended = match length {
            Some(length) => self.add_to(&mut sum, length),
            None => self.add_chunks_to(&mut sum),
        };
        let is_whole = has_ended && sum == Pattern::new(UPLOAD, size / UPLOAD.len() as u64).sum();
        if is_whole {
            self.tally.note(|counts| counts.uploads += 1);
        }
        is_whole
    }

    /// Reads so many bytes; false if the client is gone before.
    fn add_to(&mut self, sum: &mut Sum, length: u64) -> bool {
        let mut buffer = vec![0; 64 * 1024];
        let mut left = length;
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(buffer.len()).min(buffer.len());
            let count = self.read(&mut buffer[..most]);
            if count == 0 {
                return false;
            }
            sum.add(&buffer[..count]);
            left -= count as u64;
            if sum.count / SIP > (sum.count - count as u64) / SIP {
                thread::sleep(self.pause);
            }
        }
        true
    }

    /// Reads chunks up to the last; false if the client is gone before, or sends something else.
    fn add_chunks_to(&mut self, sum: &mut Sum) -> bool {
        loop {
            let Some(size) = self.read_line().and_then(|line| u64::from_str_radix(&line, 16).ok()) else {
                return false;
            };
            let is_whole = self.add_to(sum, size) && self.read_line().is_some_and(|line| line.is_empty());
            if !is_whole || size == 0 {
                return is_whole;
            }
        }
    }

    /// Reads a line that ends in CRLF, and gives it without.
    fn read_line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let mut byte = [0];
        while !line.ends_with(b"\r\n") {
            match self.read(&mut byte) {
                1 => line.push(byte[0]),
                _ => return None,
            }
        }
        line.truncate(line.len() - 2);
        String::from_utf8(line).ok()
    }

    /// Sends `bytes`; false if the client is gone.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        let bytes = bytes.as_ref();
        let sent = match &mut self.stream {
            None => return false,
            Some(Stream::Plain(stream)) => stream.write_all(bytes),
            Some(Stream::Tls(stream)) => stream.write_all(bytes).and_then(|()| stream.flush()),
        };
        sent.is_ok()
    }

    /// Responds to requests as Nango does until the client goes.
    pub fn serve(&mut self) {
        while self.read_head().is_some() && self.send(good()) {}
    }

    /// Sends `bytes` again and again until the client goes.
    pub fn send_forever(&mut self, bytes: &str) {
        let many = bytes.repeat(1 + 16 * 1024 / bytes.len());
        while self.send(&many) {}
    }

    /// Sends `bytes` one by one, with `pause` after each.
    pub fn drip(&mut self, bytes: impl AsRef<[u8]>, pause: Duration) {
        for byte in bytes.as_ref() {
            if !self.send([*byte]) || !self.linger(pause) {
                return;
            }
        }
    }

    /// Waits for `pause`; false at once if the client goes in the meantime.
    fn linger(&mut self, pause: Duration) -> bool {
        let Some(socket) = self.socket() else { return false };
        let _ = socket.set_read_timeout(Some(pause));
        let peeked = socket.peek(&mut [0]);
        let _ = socket.set_read_timeout(Some(PATIENCE));
        match peeked {
            Ok(0) => false,
            // Data that a client keeps sending does not show its end.
            Ok(_) => {
                thread::sleep(pause);
                true
            }
            Err(error) => matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut),
        }
    }

    /// Does nothing until the client goes.
    pub fn stall(&mut self) {
        let mut rest = [0; 4096];
        while self.read(&mut rest) > 0 {}
    }

    /// Reads nothing and does nothing until the case has ended.
    pub fn stall_without_reading(&mut self) {
        self.end.wait();
    }

    /// Ends the sent data properly: over TLS with a close_notify.
    pub fn say_goodbye(&mut self) {
        if let Some(Stream::Tls(stream)) = &mut self.stream {
            stream.conn.send_close_notify();
            let _ = stream.flush();
        }
        if let Some(socket) = self.socket() {
            let _ = socket.shutdown(Shutdown::Write);
        }
    }

    /// Ends the connection properly, and waits until the client has, too.
    pub fn close(&mut self) {
        self.say_goodbye();
        self.stall();
        self.stream = None;
    }

    /// Ends the TCP connection without a close_notify.
    pub fn cut(&mut self) {
        if let Some(socket) = self.socket() {
            let _ = socket.shutdown(Shutdown::Write);
        }
        self.stream = None;
    }

    /// Resets the connection.
    pub fn reset(&mut self) {
        if let Some(socket) = self.socket() {
            let _ = SockRef::from(socket).set_linger(Some(Duration::ZERO));
        }
        self.stream = None;
    }

    /// Passes everything on between the client and `server` until both are gone.
    pub fn tunnel(&mut self, server: TcpStream) {
        if let Some(socket) = self.socket() {
            crate::proxy::copy_both_ways(socket, &server);
        }
    }

    /// Signals the driver that the next call may be made.
    pub fn ready(&self) {
        // The driver may be gone already.
        let _ = self.ready.send(());
    }
}
