//! Bodies in gzip (RFC 1952), zlib's format (RFC 1950) and raw deflate (RFC 1951), as they come.

use std::io::{self, BufRead, BufReader, Read};

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};

use crate::text::secret::Wiped;

/// How much of a compressed body is read at once.
const BUFFER_SIZE: usize = 4096;

/// What a body may expand to, however small it is. A page of records that hold tables of one number reaches 300 times its size.
const FREE_SIZE: u64 = 8 * 1024 * 1024;
/// How many times its compressed size a larger body may have. JSON reaches about 100, and deflate 1032; what the fastest
/// compression makes, which is what most gateways use, stays below it.
const MAX_RATIO: u64 = 250;

/// How much of a compressed body may give nothing, such as a name in the header of gzip, or streams that are empty.
const FREE_INPUT: u64 = 128 * 1024;
/// How many times what it gives a longer one may be. Text that is flushed byte by byte has 7 times its size, and a stream of one
/// byte, which costs a new decompressor, 21 times.
const MAX_OVERHEAD: u64 = 16;

const GZIP_MAGIC: [u8; 3] = [0x1f, 0x8b, 8];
const HAS_HEADER_CHECKSUM: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;
const RESERVED: u8 = 0xe0;

/// A compressed body, decompressed. A body that is not what it should be is an error of the kind `InvalidData`.
pub(super) struct Inflated<R> {
    body: BufReader<R>,
    is_gzip: bool,
    /// What is being read; `None` before each stream.
    stream: Option<Stream>,
    has_begun: bool,
    has_ended: bool,
    /// How much of it was read, and what that gave.
    taken: u64,
    given: u64,
}

/// One stream of a body. Its parts are on the heap from the start: together they are larger than some stacks.
struct Stream {
    decompressor: Box<DecompressorOxide>,
    flags: u32,
    /// What was decompressed last, which later bytes may repeat: a ring.
    window: Wiped,
    /// What the reader has not had yet, and where it begins. It never goes beyond the end of the window.
    ready: usize,
    start: usize,
    /// How much this stream has given.
    size: u32,
    has_ended: bool,
}

impl Stream {
    /// Not inlined: a decompressor is on the stack before it is on the heap.
    #[inline(never)]
    fn new(is_zlib: bool) -> Stream {
        let zlib_flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32;
        Stream {
            decompressor: Box::default(),
            flags: TINFL_FLAG_HAS_MORE_INPUT | if is_zlib { zlib_flags } else { 0 },
            window: Wiped::zeroed(TINFL_LZ_DICT_SIZE),
            ready: 0,
            start: 0,
            size: 0,
            has_ended: false,
        }
    }

    /// Decompresses some of `compressed`, once all that it gave has been taken: returns how much of it was read.
    fn read_from(&mut self, compressed: &[u8]) -> io::Result<usize> {
        self.start %= TINFL_LZ_DICT_SIZE;
        let (status, consumed, written) = decompress(
            &mut self.decompressor,
            compressed,
            &mut self.window,
            self.start,
            self.flags,
        );
        self.ready = written;
        self.size = self.size.wrapping_add(written as u32);
        self.has_ended = status == TINFLStatus::Done;
        match status {
            TINFLStatus::Done | TINFLStatus::HasMoreOutput | TINFLStatus::NeedsMoreInput => Ok(consumed),
            _ => Err(corrupt()),
        }
    }

    /// Moves what is ready to `buffer`, as far as it fits.
    fn give(&mut self, buffer: &mut [u8]) -> usize {
        let count = self.ready.min(buffer.len());
        buffer[..count].copy_from_slice(&self.window[self.start..self.start + count]);
        self.start += count;
        self.ready -= count;
        count
    }
}

impl<R: Read> Inflated<R> {
    /// Reads `body` as gzip, which may have several members, or as what servers call deflate: zlib's format, or raw.
    pub(super) fn new(body: R, is_gzip: bool) -> Inflated<R> {
        Inflated {
            body: BufReader::with_capacity(BUFFER_SIZE, body),
            is_gzip,
            stream: None,
            has_begun: false,
            has_ended: false,
            taken: 0,
            given: 0,
        }
    }

    /// The next stream, if there is one: its first bytes tell how it is to be read.
    fn begin(&mut self) -> io::Result<Option<Stream>> {
        let first = self.body.fill_buf()?;
        // A response to HEAD names a coding too.
        if first.is_empty() || (self.has_begun && !self.is_gzip) {
            return Ok(None);
        }
        let is_zlib = is_zlib(first) && !self.is_gzip;
        if self.is_gzip {
            self.skip_gzip_header()?;
        }
        self.has_begun = true;
        Ok(Some(Stream::new(is_zlib)))
    }

    fn skip_gzip_header(&mut self) -> io::Result<()> {
        let [first, second, method, flags, ..] = self.exactly::<10>()?;
        if [first, second, method] != GZIP_MAGIC || flags & RESERVED != 0 {
            return Err(corrupt());
        }
        if flags & HAS_EXTRA != 0 {
            let size = u16::from_le_bytes(self.exactly()?);
            for _ in 0..size {
                self.exactly::<1>()?;
            }
        }
        for _ in 0..(flags & (HAS_NAME | HAS_COMMENT)).count_ones() {
            while self.exactly()? != [0] {}
        }
        if flags & HAS_HEADER_CHECKSUM != 0 {
            self.exactly::<2>()?;
        }
        Ok(())
    }

    /// After a stream of gzip: its checksum, which protects files rather than connections, and its length.
    fn check_gzip_trailer(&mut self, given: u32) -> io::Result<()> {
        let [_, _, _, _, size @ ..] = self.exactly::<8>()?;
        match u32::from_le_bytes(size) == given {
            true => Ok(()),
            false => Err(corrupt()),
        }
    }

    fn exactly<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads as many bytes as there is room for. Inlined, the few bytes around a stream would take more code than the rest.
    #[inline(never)]
    fn fill(&mut self, room: &mut [u8]) -> io::Result<()> {
        for byte in room {
            *byte = *self.body.fill_buf()?.first().ok_or_else(corrupt)?;
            self.note_taken(1)?;
        }
        Ok(())
    }

    /// Goes on behind `count` compressed bytes, unless they and those before give far too much or too little.
    fn note_taken(&mut self, count: usize) -> io::Result<()> {
        self.body.consume(count);
        self.taken += count as u64;
        if self.given > FREE_SIZE && self.given / MAX_RATIO > self.taken {
            return Err(too_large(
                "its body expands to more than 8 MiB and 250 times its compressed size: ask for less at once, or let the gateway \
                 in front of Nango send bodies as they are",
            ));
        }
        if self.taken > FREE_INPUT + self.given * MAX_OVERHEAD {
            return Err(too_large(
                "its compressed body has more than 128 KiB and 16 times the size of its content: look at the gateway in front of \
                 Nango that compresses it",
            ));
        }
        Ok(())
    }
}

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !self.has_ended && !buffer.is_empty() {
            let Some(stream) = &mut self.stream else {
                self.stream = self.begin()?;
                self.has_ended = self.stream.is_none();
                continue;
            };
            let given = stream.give(buffer);
            if given > 0 {
                return Ok(given);
            }
            if stream.has_ended {
                let size = stream.size;
                self.stream = None;
                if self.is_gzip {
                    self.check_gzip_trailer(size)?;
                }
                continue;
            }
            // Only what is there already: it may have output for the program.
            let consumed = stream.read_from(self.body.buffer())?;
            let is_stuck = consumed == 0 && stream.ready == 0 && !stream.has_ended;
            self.given += stream.ready as u64;
            self.note_taken(consumed)?;
            if is_stuck && (!self.body.buffer().is_empty() || self.body.fill_buf()?.is_empty()) {
                return Err(corrupt());
            }
        }
        Ok(0)
    }
}

/// Whether a body begins as zlib's format does. The first byte of raw deflate would have other bits.
fn is_zlib(first: &[u8]) -> bool {
    let is_deflate = |method: u8| method & 0x0f == 8;
    match *first {
        [method, flags, ..] => is_deflate(method) && u16::from_be_bytes([method, flags]) % 31 == 0,
        [method] => is_deflate(method),
        [] => false,
    }
}

/// A body that costs far more to read than it is worth.
#[cold]
fn too_large(problem: &str) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, problem)
}

#[cold]
fn corrupt() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it is not what its coding says")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use flate2::{Compression, GzBuilder};

    use super::*;

    /// Gives what it has byte by byte.
    struct Slowly(Cursor<Vec<u8>>);

    impl Read for Slowly {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let room = buffer.len().min(1);
            self.0.read(&mut buffer[..room])
        }
    }

    fn text() -> Vec<u8> {
        (0..200_000u32).map(|i| (i.wrapping_mul(i) / 7 % 251) as u8).collect()
    }

    /// The body as it is read in large and in small parts.
    fn inflated(body: &[u8], is_gzip: bool) -> io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        let result = Inflated::new(Cursor::new(body.to_vec()), is_gzip).read_to_end(&mut whole);
        let mut slow = Inflated::new(Slowly(Cursor::new(body.to_vec())), is_gzip);
        let mut parts = Vec::new();
        let slow_result = loop {
            let mut part = [0; 7];
            match slow.read(&mut part) {
                Ok(0) => break Ok(()),
                Ok(count) => parts.extend_from_slice(&part[..count]),
                Err(error) => break Err(error.kind()),
            }
        };
        assert_eq!(result.as_ref().map(|_| ()).map_err(io::Error::kind), slow_result);
        assert!(result.is_err() || whole == parts);
        result.map(|_| whole)
    }

    fn is_too_large(body: &[u8]) -> bool {
        inflated(body, true).is_err_and(|error| error.kind() == io::ErrorKind::FileTooLarge)
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        gzip_of(text, Compression::fast())
    }

    fn gzip_of(text: &[u8], level: Compression) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), level);
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn gzip_and_both_kinds_of_deflate_are_read() {
        let text = text();
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
        zlib.write_all(&text).unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::none());
        raw.write_all(&text).unwrap();
        let builder = GzBuilder::new()
            .filename("invented")
            .comment("invented")
            .extra([7; 300]);
        let mut with_all = builder.write(Vec::new(), Compression::fast());
        with_all.write_all(&text).unwrap();
        for (body, is_gzip) in [
            (gzip(&text), true),
            (with_all.finish().unwrap(), true),
            (zlib.finish().unwrap(), false),
            (raw.finish().unwrap(), false),
        ] {
            assert!(inflated(&body, is_gzip).unwrap() == text);
        }
        assert!(inflated(&[gzip(&text), gzip(&text)].concat(), true).unwrap() == text.repeat(2));
        assert_eq!(inflated(&[], true).unwrap(), b"");
        assert_eq!(inflated(&gzip(b""), true).unwrap(), b"");
    }

    #[test]
    fn what_is_not_compressed_or_cut_off_is_an_error() {
        let kind_of = |body: &[u8]| inflated(body, true).unwrap_err().kind();
        assert_eq!(kind_of(b"an invented text"), io::ErrorKind::InvalidData);
        let text = text();
        let whole = gzip(&text[..2000]);
        for size in 1..whole.len() {
            assert_eq!(kind_of(&whole[..size]), io::ErrorKind::InvalidData, "{size}");
        }
        let mut of_another_length = whole;
        let last = of_another_length.len() - 4;
        of_another_length[last] ^= 1;
        assert_eq!(kind_of(&of_another_length), io::ErrorKind::InvalidData);
    }

    #[test]
    fn what_expands_too_far_is_an_error_once_that_costs_something() {
        let best = |size: usize| gzip_of(&vec![0; size], Compression::best());
        let whole = inflated(&best(FREE_SIZE as usize), true).unwrap();
        assert_eq!(whole.len() as u64, FREE_SIZE);
        assert!(is_too_large(&best(2 * FREE_SIZE as usize)));
        assert!(is_too_large(&best(1_000_000).repeat(10)));
        // A list whose items hardly differ.
        let item = |i: u32| format!("{{\"id\":{i},\"text\":\"{}\"}},", "invented ".repeat(100));
        let list: String = (0..10_000).map(item).collect();
        assert!(inflated(&gzip(list.as_bytes()), true).unwrap() == list.as_bytes());
    }

    #[test]
    fn a_page_of_tables_of_one_number_is_read() {
        let record = |i: u32| format!("{{\"id\":{i},\"table\":[0{}]}},", ",0".repeat(999));
        let page: String = (0..1_000).map(record).collect();
        let compressed = gzip_of(page.as_bytes(), Compression::best());
        assert!(page.len() > compressed.len() * MAX_RATIO as usize);
        assert!(inflated(&compressed, true).unwrap() == page.as_bytes());
    }

    #[test]
    fn what_gives_nothing_is_read_up_to_a_limit() {
        let with_flags = |flags| [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3];
        let size = 1 + FREE_INPUT as usize;
        for endless in [
            [with_flags(HAS_NAME).as_slice(), &vec![b'x'; size]].concat(),
            [with_flags(0).as_slice(), &[0, 0, 0, 0xff, 0xff].repeat(size / 5)].concat(),
            gzip(b"").repeat(size.div_ceil(20)),
        ] {
            assert!(is_too_large(&endless));
        }
        // What is flushed byte by byte is fine.
        let text = &text()[..20_000];
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        for byte in text {
            encoder.write_all(&[*byte]).and_then(|()| encoder.flush()).unwrap();
        }
        let compressed = encoder.finish().unwrap();
        assert!(compressed.len() as u64 > FREE_INPUT);
        let mut read = Vec::new();
        let mut body = Inflated::new(Cursor::new(compressed), true);
        assert!(body.read_to_end(&mut read).is_ok() && read == text);
    }
}
