//! The transport of a connection: a socket, or TLS on one.

use ureq::Error;

/// A connection whose waits end with the call.
pub(crate) trait ByteStream {
    /// Reads available bytes, at least one except at the end; waits for them.
    fn receive(&mut self, buffer: &mut [u8]) -> Result<usize, Error>;

    /// Writes all of `bytes`, waiting for room.
    fn send(&mut self, bytes: &[u8]) -> Result<(), Error>;
}
