//! The buffers of one connection: small, made when they are needed, wiped when the connection goes idle.

use std::ops::Range;

use ureq::unversioned::transport::Buffers;

use crate::http::limits::MAX_HEAD;
use crate::net::context;
use crate::text::secret::Wiped;

/// Enough for most answers as a whole.
const FIRST_INPUT: usize = 4 * 1024;
/// What one read of a long body brings at most.
const MAX_INPUT: usize = 64 * 1024;
/// More than requests usually need.
const LARGE_OUTPUT: usize = 4 * 1024;
/// What one part of a body of known length has at most.
const UPLOAD_PART: usize = 64 * 1024;
/// Bytes beside the URL and the headers' own texts in a request's head.
const HEAD_ROOM: usize = 512;

/// What a connection reads into and writes from.
#[derive(Default)]
pub(crate) struct ConnectionBuffers {
    input: Wiped,
    /// The part of `input` that was received and not yet taken.
    start: usize,
    end: usize,
    /// Of a body that is received past ureq, the part of `input` that came with its head, behind what ureq sees.
    held: Range<usize>,
    /// How much of it is still to be received, or to be taken of what is held.
    direct: u64,
    /// How far `input` has been written to since it was wiped.
    dirty: usize,
    output: Wiped,
    /// Where ureq would have a part of a body that it is to copy into a chunk.
    stand_in: [u8; 1],
    /// Whether the last look at the input took any of it.
    progress: bool,
}

impl ConnectionBuffers {
    /// Wipes what the exchange left, and lets go of what was made for a long one.
    pub(crate) fn rest(&mut self) {
        (self.start, self.end, self.progress) = (0, 0, false);
        (self.held, self.direct) = (0..0, 0);
        if self.input.len() > FIRST_INPUT {
            self.input = Wiped::default();
        } else {
            self.input[..self.dirty].fill(0);
        }
        self.dirty = 0;
        if self.output.len() > LARGE_OUTPUT {
            self.output = Wiped::default();
        } else {
            // The body of a short request, or a header of its own, may be as secret as what came.
            self.output.fill(0);
        }
    }

    /// The bytes received last, which may still be changed.
    pub(crate) fn received(&mut self) -> &mut [u8] {
        &mut self.input[self.start..self.end]
    }

    /// Takes back the last `count` bytes that were received.
    pub(crate) fn shorten(&mut self, count: usize) {
        self.end -= count;
    }

    /// Takes over `count` bytes that came, unasked for, into the room that [`Buffers::input_append_buf`] gave.
    pub(crate) fn heard(&mut self, count: usize) {
        self.input_appended(count);
        self.progress = true;
    }

    /// Keeps the last `held` bytes that were received from ureq: they are the first of a body of `length`.
    pub(crate) fn hold(&mut self, held: usize, length: u64) {
        let end = self.end;
        self.end -= held;
        (self.held, self.direct) = (self.end..end, length);
    }

    /// How much of a body is to be received past ureq.
    pub(crate) fn direct(&self) -> u64 {
        self.direct
    }

    /// Moves into `room` what came with the head; how much that is.
    pub(crate) fn take_held(&mut self, room: &mut [u8]) -> usize {
        let count = self.held.len().min(room.len());
        let end = self.held.start + count;
        room[..count].copy_from_slice(&self.input[self.held.start..end]);
        self.held.start = end;
        count
    }

    /// Notes that `count` bytes went past ureq. Behind the last of them it gets the one of which it was told.
    pub(crate) fn pass(&mut self, count: usize) {
        self.direct -= count as u64;
        if self.direct == 0 {
            self.start = self.end;
            self.input_append_buf()[0] = 0;
            self.input_appended(1);
        }
    }

    /// Makes room behind what is there, within the bound of a head, or of one read.
    fn make_room(&mut self) {
        let was_full = self.end == self.input.len();
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        let bound = if context::has_head() { MAX_INPUT } else { MAX_HEAD };
        if was_full && self.input.len() < bound {
            let size = (self.input.len() * 2).clamp(FIRST_INPUT, bound);
            let mut larger = Wiped::zeroed(size);
            larger[..self.end - self.start].copy_from_slice(&self.input[self.start..self.end]);
            self.input = larger;
            self.dirty = self.end - self.start;
        } else if was_full && self.start > 0 {
            self.input.copy_within(self.start..self.end, 0);
        } else {
            return;
        }
        (self.start, self.end) = (0, self.end - self.start);
    }
}

impl Buffers for ConnectionBuffers {
    fn output(&mut self) -> &mut [u8] {
        let part = match context::upload_size() {
            // In chunks, which are sent from where they are read: see `Chunk`.
            u64::MAX => 0,
            length => length.min(UPLOAD_PART as u64) as usize,
        };
        let size = part.max(context::request_size() + HEAD_ROOM);
        if self.output.len() < size {
            self.output = Wiped::zeroed(size);
        }
        &mut self.output
    }

    fn input(&self) -> &[u8] {
        &self.input[self.start..self.end]
    }

    fn input_append_buf(&mut self) -> &mut [u8] {
        self.make_room();
        &mut self.input[self.end..]
    }

    fn input_appended(&mut self, amount: usize) {
        self.end += amount;
        self.dirty = self.dirty.max(self.end);
    }

    fn input_consume(&mut self, amount: usize) {
        self.progress = amount > 0;
        self.start += amount;
    }

    fn tmp_and_output(&mut self) -> (&mut [u8], &mut [u8]) {
        self.output();
        (&mut self.stand_in, &mut self.output)
    }

    fn can_use_input(&self) -> bool {
        self.start < self.end && self.progress
    }
}

impl std::fmt::Debug for ConnectionBuffers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_of_an_exchange() {
        let mut buffers = ConnectionBuffers::default();
        buffers.output().fill(b'o');
        buffers.input_append_buf()[..9].fill(b'i');
        buffers.input_appended(9);
        buffers.rest();
        assert!(!buffers.output.is_empty() && !buffers.input.is_empty());
        assert!(buffers.output.iter().chain(buffers.input.iter()).all(|&byte| byte == 0));
    }
}
