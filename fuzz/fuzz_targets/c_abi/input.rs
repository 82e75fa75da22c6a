//! The format of the fuzzer's bytes: a number of operations, three bytes for each, then texts with 0xff between them.

use std::ffi::{CString, c_char};
use std::ptr;

/// More operations than this only make a run slow.
const MAX_OPERATIONS: usize = 48;

/// One call of a function, or several that belong together.
#[derive(Clone, Copy)]
pub struct Operation {
    pub code: u8,
    pub a: u8,
    pub b: u8,
}

/// The texts of a run. They live as long as it, as C programs' literals do.
pub struct Texts {
    raw: Vec<Vec<u8>>,
    c: Vec<CString>,
}

/// Reads a run.
pub fn parse(data: &[u8]) -> Option<(Vec<Operation>, Texts)> {
    let (&count, rest) = data.split_first()?;
    let size = (usize::from(count) % (MAX_OPERATIONS + 1) * 3).min(rest.len());
    let (operations, texts) = rest.split_at(size);
    let operations = operations.chunks_exact(3);
    let operations = operations.map(|bytes| Operation {
        code: bytes[0],
        a: bytes[1],
        b: bytes[2],
    });
    let raw: Vec<Vec<u8>> = texts.split(|&b| b == 0xff).map(<[u8]>::to_vec).collect();
    let c = raw.iter().map(|text| up_to_nul(text)).collect();
    Some((operations.collect(), Texts { raw, c }))
}

/// A C string ends at its first NUL.
fn up_to_nul(text: &[u8]) -> CString {
    let end = text.iter().position(|&b| b == 0).unwrap_or(text.len());
    CString::new(&text[..end]).unwrap_or_default()
}

impl Texts {
    /// A string for C: NULL where there is no text of that number. May be invalid UTF-8.
    pub fn pointer(&self, number: u8) -> *const c_char {
        self.c
            .get(usize::from(number))
            .map_or(ptr::null(), |text| text.as_ptr())
    }

    /// A text, as it was given.
    pub fn bytes(&self, number: u8) -> &[u8] {
        self.raw.get(usize::from(number)).map_or(&[], Vec::as_slice)
    }

    /// A text after a prefix, for values that the fuzzer must not choose: the host to connect to.
    pub fn behind(&self, prefix: &str, number: u8) -> CString {
        up_to_nul(&[prefix.as_bytes(), self.bytes(number)].concat())
    }
}
