//! The grammar of JSON (RFC 8259): one pass over a text that checks it and tells where each value lies.

use crate::sys::plain;

/// How deep arrays and objects may be nested in an answer.
pub(crate) const MAX_DEPTH: usize = 128;

/// The text of a pass, and what the pass tells of what it finds, in the order of the text.
pub(crate) trait Found {
    /// How deep arrays and objects may be nested.
    const DEEPEST: usize;
    /// Whether the text is known to be UTF-8.
    const IS_UTF8: bool;
    /// Whether keys are read by a function of its own, as most are known beforehand or others take longer: it takes less room.
    const CALLS_FOR_KEYS: bool = false;

    /// The text. What was found may change meanwhile, what follows may not.
    fn text(&self) -> &[u8];
    /// Where in it the pass begins.
    #[inline(always)]
    fn begin(&self) -> usize {
        0
    }
    /// The key of a member, from its first quote to behind its last.
    fn key(&mut self, start: usize, end: usize, has_escapes: bool);
    /// Where the value of a member begins, if its key is at `quote` and was expected, and no white space follows. Then
    /// [`Found::key`] is not called.
    #[inline(always)]
    fn expected_key(&mut self, quote: usize) -> Option<usize> {
        let _ = quote;
        None
    }
    /// A string, from its first quote to behind its last.
    fn string(&mut self, start: usize, end: usize, has_escapes: bool);
    /// A number, `true`, `false` or `null`.
    fn scalar(&mut self, start: usize, end: usize);
    /// The bracket or brace that begins an array or an object.
    fn open(&mut self, start: usize);
    /// The end of what was opened last.
    fn close(&mut self, end: usize, is_object: bool);
}

/// Goes through the one value that the text of `found` consists of, with white space around it. Tells how deep it is nested;
/// `None` if it is not JSON in UTF-8, or is nested deeper than it may be.
pub(crate) fn scan<F: Found>(found: &mut F) -> Option<usize> {
    let mut nesting = Nesting::default();
    let mut deepest = 0;
    let mut at = skip_space(found.text(), found.begin());
    loop {
        let start = at;
        match *found.text().get(at)? {
            b'"' => {
                let has_escapes;
                (at, has_escapes) = string_end::<F>(found.text(), start)?;
                found.string(start, at, has_escapes);
            }
            opening @ (b'{' | b'[') => {
                if nesting.depth == F::DEEPEST {
                    return None;
                }
                nesting.enter(opening == b'{');
                deepest = deepest.max(nesting.depth);
                found.open(start);
                at = skip_space(found.text(), start + 1);
                // A closing bracket or brace is two behind its opening one. It is read below.
                if *found.text().get(at)? != opening + 2 {
                    if opening == b'{' {
                        at = match found.expected_key(at) {
                            Some(value) => value,
                            None => first_key(found, at)?,
                        };
                    }
                    continue;
                }
            }
            first => {
                at = scalar_end(found.text(), start, first)?;
                found.scalar(start, at);
            }
        }
        // Most values are members, with no white space behind them.
        let mut is_member = nesting.is_object();
        if is_member && found.text().get(at) == Some(&b',') {
            if let Some(value) = found.expected_key(at + 1) {
                at = value;
                continue;
            }
            if found.text().get(at + 1) == Some(&b'"') {
                at = if F::CALLS_FOR_KEYS {
                    key(found, at + 1)
                } else {
                    usual_key(found, at + 1)
                }?;
                continue;
            }
        }
        // Behind a value.
        loop {
            at = skip_space(found.text(), at);
            if nesting.depth == 0 {
                return (at == found.text().len()).then_some(deepest);
            }
            match *found.text().get(at)? {
                b',' => {
                    at = skip_space(found.text(), at + 1);
                    if is_member {
                        at = first_key(found, at)?;
                    }
                    break;
                }
                closing @ (b'}' | b']') if is_member == (closing == b'}') => {
                    at += 1;
                    nesting.leave();
                    found.close(at, is_member);
                    is_member = nesting.is_object();
                }
                _ => return None,
            }
        }
    }
}

/// Goes over the key that has to be at `at`, to where its value begins: the first of an object, or one behind white space.
#[inline(always)]
fn first_key<F: Found>(found: &mut F, at: usize) -> Option<usize> {
    match found.text().get(at) {
        Some(b'"') => key(found, at),
        _ => None,
    }
}

/// Goes over the key with its quote at `at`, to where its value begins.
#[inline(never)]
fn key<F: Found>(found: &mut F, at: usize) -> Option<usize> {
    usual_key(found, at)
}

/// The same where no function is to be called.
#[inline(always)]
fn usual_key<F: Found>(found: &mut F, at: usize) -> Option<usize> {
    let (end, has_escapes) = string_end::<F>(found.text(), at)?;
    // Most keys have a colon behind them, and no white space.
    let value = match two(found.text(), end) {
        Some([b':', first]) if *first > b' ' => end + 1,
        _ => behind_colon(found.text(), end)?,
    };
    found.key(at, end, has_escapes);
    Some(value)
}

/// Where the value begins whose key ends at `at`.
#[inline(never)]
fn behind_colon(text: &[u8], at: usize) -> Option<usize> {
    let colon = skip_space(text, at);
    (text.get(colon) == Some(&b':')).then(|| skip_space(text, colon + 1))
}

/// Two bytes, compared as one number where that serves.
#[inline(always)]
fn two(text: &[u8], at: usize) -> Option<&[u8; 2]> {
    text.get(at..)?.first_chunk()
}

#[inline(always)]
fn skip_space(text: &[u8], at: usize) -> usize {
    match text.get(at) {
        Some(..=b' ') => skip_some_space(text, at),
        _ => at,
    }
}

#[inline(never)]
fn skip_some_space(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = text.get(at) {
        at += 1;
    }
    at
}

/// Where the string that begins at `quote` ends, and whether it has escapes.
#[inline(always)]
fn string_end<F: Found>(text: &[u8], quote: usize) -> Option<(usize, bool)> {
    let at = quote + 1 + plain::<true>(text.get(quote + 1..)?);
    match text.get(at) {
        Some(b'"') => Some((at + 1, false)),
        _ => unusual_string_end(text, quote, at, F::IS_UTF8),
    }
}

/// The same for a string that is plain ASCII up to `at` only.
#[inline(never)]
fn unusual_string_end(text: &[u8], quote: usize, mut at: usize, is_utf8: bool) -> Option<(usize, bool)> {
    let (mut has_escapes, mut is_ascii) = (false, true);
    loop {
        match *text.get(at)? {
            b'"' => break,
            b'\\' => {
                has_escapes = true;
                at += escape_length(&text[at + 1..])? + 1;
            }
            0x80.. => is_ascii = false,
            _ => return None,
        }
        let rest = text.get(at..)?;
        at += if is_ascii {
            plain::<true>(rest)
        } else {
            plain::<false>(rest)
        };
    }
    let is_utf8 = is_utf8 || is_ascii || std::str::from_utf8(&text[quote..at]).is_ok();
    is_utf8.then_some((at + 1, has_escapes))
}

/// How long the escape is of which `text` is what follows the backslash. Which character `\u` names is not looked at: only
/// who reads the string needs one.
fn escape_length(text: &[u8]) -> Option<usize> {
    match text.first()? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(1),
        b'u' => text.get(1..5)?.iter().all(u8::is_ascii_hexdigit).then_some(5),
        _ => None,
    }
}

/// Where the literal or number ends that begins at `start`.
#[inline]
fn scalar_end(text: &[u8], start: usize, first: u8) -> Option<usize> {
    match first {
        b't' => literal_end(text, start, b"true"),
        b'f' => literal_end(text, start, b"false"),
        b'n' => literal_end(text, start, b"null"),
        _ => number_end(text, start),
    }
}

/// Of a known length, so that it is compared without a call.
#[inline(always)]
fn literal_end<const N: usize>(text: &[u8], start: usize, literal: &[u8; N]) -> Option<usize> {
    let end = start + N;
    (text.get(start..end)? == literal).then_some(end)
}

/// Where the number that begins at `start` ends.
#[inline]
fn number_end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start + usize::from(text.get(start) == Some(&b'-'));
    let first = at;
    at = digits_end(text, at)?;
    if text[first] == b'0' && at > first + 1 {
        return None;
    }
    if text.get(at) == Some(&b'.') {
        at = digits_end(text, at + 1)?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        let sign = matches!(text.get(at + 1), Some(b'+' | b'-'));
        at = digits_end(text, at + 1 + usize::from(sign))?;
    }
    Some(at)
}

/// Where the digits at `start` end, of which there is one at least.
#[inline]
fn digits_end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    while let Some(b'0'..=b'9') = text.get(at) {
        at += 1;
    }
    (at > start).then_some(at)
}

/// What is open at a place in the text, from the outside in: a bit each, set for an object.
#[derive(Default)]
struct Nesting {
    /// The innermost, the last bit for the last.
    kinds: u64,
    depth: usize,
    /// Those around them, when they are more than fit.
    outer: Vec<u64>,
}

/// How many levels one number has.
const LEVELS: usize = u64::BITS as usize;

impl Nesting {
    #[inline(always)]
    fn is_object(&self) -> bool {
        self.kinds & 1 != 0
    }

    #[inline(always)]
    fn enter(&mut self, is_object: bool) {
        if self.depth % LEVELS == 0 && self.depth != 0 {
            self.outer.push(self.kinds);
        }
        self.kinds = self.kinds << 1 | u64::from(is_object);
        self.depth += 1;
    }

    #[inline(always)]
    fn leave(&mut self) {
        self.depth -= 1;
        self.kinds >>= 1;
        if self.depth % LEVELS == 0 && self.depth != 0 {
            self.kinds = self.outer.pop().unwrap_or_default();
        }
    }
}
