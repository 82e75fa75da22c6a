//! TLS on a connection, in both directions.

use std::io::{self, Read, Write};

use rustls::ClientConnection;
use ureq::Error;

use super::advice::{advice, note};
use crate::net::context;
use crate::net::stream::ByteStream;

/// TLS on one connection.
#[derive(Debug)]
pub(crate) struct Session(pub(super) ClientConnection);

impl Session {
    /// Whether nothing has been decrypted that was not read, and no end has come.
    pub(crate) fn is_quiet(&self) -> bool {
        self.0.wants_read()
    }

    /// Sends all of `bytes`.
    pub(crate) fn send(&mut self, stream: &mut dyn ByteStream, bytes: &[u8]) -> Result<(), Error> {
        self.try_to_send(stream, bytes).map_err(|error| {
            note_last_words(&mut self.0, stream);
            note(&error)
        })
    }

    fn try_to_send(&mut self, stream: &mut dyn ByteStream, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let taken = self.0.writer().write(bytes)?;
            bytes = &bytes[taken..];
            self.flush(stream)?;
        }
        Ok(())
    }

    fn flush(&mut self, stream: &mut dyn ByteStream) -> io::Result<()> {
        while self.0.wants_write() {
            self.0.write_tls(&mut Wire(stream))?;
        }
        Ok(())
    }

    /// Encrypts what there is room for, and sends what it has encrypted as far as that needs no waiting: how much it took
    /// of `bytes`. With no bytes it is done when it returns 0.
    pub(crate) fn push(&mut self, stream: &mut dyn ByteStream, bytes: &[u8]) -> io::Result<usize> {
        while self.0.wants_write() {
            self.0.write_tls(&mut AtOnce(stream))?;
        }
        stream.flush_at_once()?;
        self.0.writer().write(bytes)
    }

    /// Reads what has come, without waiting.
    pub(crate) fn take(&mut self, stream: &mut dyn ByteStream, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
            if self.0.read_tls(&mut AtOnce(stream))? == 0 {
                return Ok(0);
            }
            self.0.process_new_packets().map_err(io::Error::other)?;
        }
    }

    /// Reads what has come, at least one byte but at an end that TLS announces. An end that it does not announce is a
    /// failure: somebody may have cut the answer off.
    ///
    /// With `is_mute` nothing is sent any more: what an upload has left behind would wait for a server that reads no more.
    pub(crate) fn receive(
        &mut self,
        stream: &mut dyn ByteStream,
        buffer: &mut [u8],
        is_mute: bool,
    ) -> Result<usize, Error> {
        self.try_to_receive(stream, buffer, is_mute)
            .map_err(|error| note(&error))
    }

    fn try_to_receive(&mut self, stream: &mut dyn ByteStream, buffer: &mut [u8], is_mute: bool) -> io::Result<usize> {
        loop {
            match self.0.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
            self.0.read_tls(&mut Wire(stream))?;
            let state = self.0.process_new_packets();
            // An answer of TLS itself, such as an alert that says what was wrong.
            if !is_mute {
                self.flush(stream)?;
            }
            state.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        }
    }
}

/// Notes the alert that a server sent before it closed the connection, so that a write failed: only the alert says why.
pub(super) fn note_last_words(session: &mut ClientConnection, stream: &mut dyn ByteStream) {
    while let Ok(1..) = session.read_tls(&mut AtOnce(stream)) {
        if let Err(alert @ rustls::Error::AlertReceived(_)) = session.process_new_packets() {
            context::fail_by_server(advice(&alert));
            return;
        }
    }
}

/// A connection for rustls. Its failures are noted where they happen: whatever rustls makes of them, the first note counts.
pub(super) struct Wire<'a>(pub(super) &'a mut dyn ByteStream);

impl Read for Wire<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.receive(buffer).map_err(io::Error::other)
    }
}

impl Write for Wire<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send(bytes).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A connection for rustls that never waits and notes nothing.
struct AtOnce<'a>(&'a mut dyn ByteStream);

impl Read for AtOnce<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.take(buffer)
    }
}

impl Write for AtOnce<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
