//! What bytes go over: a socket, or TLS on one.

use ureq::Error;

/// A connection whose waits end with the call.
pub(crate) trait ByteStream {
    /// Reads what has come, at least one byte except at the end; waits for it.
    fn receive(&mut self, buffer: &mut [u8]) -> Result<usize, Error>;

    /// Writes all of `bytes`, waiting for room.
    fn send(&mut self, bytes: &[u8]) -> Result<(), Error>;
}
