//! One accepted connection, with which a script does what it likes.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use socket2::SockRef;

use crate::server::Gate;

/// Longer than any call: a script whose client is gone ends all the same.
const PATIENCE: Duration = Duration::from_secs(60);

/// The body of a connection as Nango answers it, with the key that every success must show.
pub const CONNECTION: &str = concat!(
    r#"{"id":1,"connection_id":"c","provider_config_key":"p","provider":"invented","#,
    r#""credentials":{"type":"API_KEY","apiKey":"invented-api-key"}}"#
);

/// A whole answer of the status `status`; `headers` are lines that each end in CRLF.
pub fn answer(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The answer that the library wants.
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
    requests: Arc<AtomicUsize>,
    ready: Sender<()>,
    end: Arc<Gate>,
}

impl Peer {
    pub(crate) fn new(
        stream: TcpStream,
        tls: Option<&Arc<ServerConfig>>,
        requests: &Arc<AtomicUsize>,
        ready: &Sender<()>,
        end: &Arc<Gate>,
    ) -> Peer {
        // A socket that refuses these is closed already; reading from it tells.
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
            requests: requests.clone(),
            ready: ready.clone(),
            end: end.clone(),
        }
    }

    fn socket(&self) -> Option<&TcpStream> {
        match self.stream.as_ref()? {
            Stream::Plain(stream) => Some(stream),
            Stream::Tls(stream) => Some(stream.get_ref()),
        }
    }

    /// Reads bytes that the client sent; 0 if it is gone, in whatever way.
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
        self.requests.fetch_add(1, Ordering::SeqCst);
        Some(String::from_utf8_lossy(&head).into_owned())
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

    /// Answers requests as Nango does until the client goes.
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
            Ok(n) => n > 0,
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

    /// Ends what is sent properly: over TLS with a close_notify.
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

    /// Ends the TCP connection without a word of TLS.
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

    /// Tells the driver that the next call may be made.
    pub fn ready(&self) {
        // A driver that is gone needs to know nothing.
        let _ = self.ready.send(());
    }
}
