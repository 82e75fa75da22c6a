//! What bytes go over: a socket, or TLS on one.

use std::io;

use ureq::Error;

/// A connection whose waits end with the call.
pub(crate) trait ByteStream {
    /// Reads what has come, at least one byte except at the end; waits for it.
    fn receive(&mut self, buffer: &mut [u8]) -> Result<usize, Error>;

    /// Writes all of `bytes`, waiting for room.
    fn send(&mut self, bytes: &[u8]) -> Result<(), Error>;

    /// Reads what has come, without waiting.
    fn take(&mut self, buffer: &mut [u8]) -> io::Result<usize>;

    /// Writes what there is room for, without waiting: how much that was, or why nothing went out.
    fn push(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Sends what [`ByteStream::push`] has taken but not sent, as far as that needs no waiting.
    fn flush_at_once(&mut self) -> io::Result<()>;
}
