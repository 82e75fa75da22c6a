//! A part of a body whose length is unknown, in the memory from which it is sent.

use crate::text::secret::Wiped;

/// What a chunk takes up at most.
const SIZE: usize = 64 * 1024;
/// Before the part: how long it is, in four hexadecimal digits, and the end of that line.
const HEAD: usize = 6;
/// Behind the part.
const TAIL: &[u8] = b"\r\n";
/// What a part has at most.
const MAX_PART: usize = SIZE - HEAD - TAIL.len();

/// A chunk of `Transfer-Encoding: chunked`. The part is read into its place between head and tail, so that it is not copied.
pub(crate) struct Chunk {
    bytes: Wiped,
    /// Where the tail ends.
    end: usize,
}

impl Chunk {
    pub(crate) fn new() -> Chunk {
        Chunk {
            bytes: Wiped::zeroed(SIZE),
            end: 0,
        }
    }

    /// Where the part belongs.
    pub(crate) fn room(&mut self) -> &mut [u8] {
        &mut self.bytes[HEAD..HEAD + MAX_PART]
    }

    /// Frames the first `count` bytes of [`Chunk::room`], of which there is one at least: no bytes end a body.
    pub(crate) fn frame(&mut self, count: usize) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let count = count.min(MAX_PART);
        for (i, shift) in [12, 8, 4, 0].into_iter().enumerate() {
            self.bytes[i] = DIGITS[count >> shift & 0xf];
        }
        self.bytes[HEAD - 2..HEAD].copy_from_slice(b"\r\n");
        self.end = HEAD + count + TAIL.len();
        self.bytes[HEAD + count..self.end].copy_from_slice(TAIL);
    }

    /// What is to be sent: nothing before the first part is framed.
    pub(crate) fn framed(&self) -> &[u8] {
        &self.bytes[..self.end]
    }
}

const _: () = assert!(MAX_PART <= 0xffff);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_framed_where_it_was_read() {
        let mut chunk = Chunk::new();
        assert!(chunk.framed().is_empty());
        let place = chunk.room().as_ptr();
        for (count, head) in [
            (1, "0001\r\n"),
            (0x1234, "1234\r\n"),
            (MAX_PART, "fff8\r\n"),
            (10, "000a\r\n"),
        ] {
            chunk.room()[..count].fill(b'x');
            chunk.frame(count);
            assert_eq!(chunk.framed()[HEAD..].as_ptr(), place);
            assert_eq!(
                chunk.framed(),
                [head.as_bytes(), &vec![b'x'; count], b"\r\n"].concat(),
                "{count}"
            );
        }
    }
}
