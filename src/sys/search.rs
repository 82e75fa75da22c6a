//! Searching text sixteen bytes at a time, where the processor can.

/// What there is of a text before the first quote, backslash or control character: what may be in a JSON string as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    pub(crate) length: usize,
    pub(crate) is_ascii: bool,
}

/// Looks for the first quote, backslash or control character.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(crate) fn plain(text: &[u8]) -> Plain {
    use std::arch::x86_64::{
        _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
    };

    let mut length = 0;
    let mut high = 0;
    let mut rest = text;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        // SAFETY: every x86-64 processor has SSE2, and sixteen bytes are read where there are as many.
        let (ends, highs) = unsafe {
            let bytes = _mm_loadu_si128(sixteen.as_ptr().cast());
            let is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
            let is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
            let is_control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
            let is_end = _mm_or_si128(_mm_or_si128(is_quote, is_escape), is_control);
            (_mm_movemask_epi8(is_end), _mm_movemask_epi8(bytes))
        };
        if ends != 0 {
            // A bit for each byte before the first that ends it.
            let before = !ends & (ends - 1);
            return Plain {
                length: length + ends.trailing_zeros() as usize,
                is_ascii: high | (highs & before) == 0,
            };
        }
        high |= highs;
        length += 16;
        rest = behind;
    }
    plain_of_few(rest, length, high == 0)
}

/// The same eight bytes at a time.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
pub(crate) fn plain(text: &[u8]) -> Plain {
    plain_in_words(text)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline]
fn plain_in_words(text: &[u8]) -> Plain {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    // The high bit of each byte that is less than `bound`, up to the first such byte: those behind it mean nothing.
    let less = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word & HIGHS;
    let is_byte = |word: u64, byte: u8| less(word ^ (ONES * u64::from(byte)), 1);
    let mut length = 0;
    let mut high = 0;
    let mut eights = text.chunks_exact(8);
    for eight in &mut eights {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let ends = is_byte(word, b'"') | is_byte(word, b'\\') | less(word, b' ');
        if ends != 0 {
            let before = !ends & (ends - 1);
            return Plain {
                length: length + ends.trailing_zeros() as usize / 8,
                is_ascii: (high | (word & before)) & HIGHS == 0,
            };
        }
        high |= word;
        length += 8;
    }
    plain_of_few(eights.remainder(), length, high & HIGHS == 0)
}

/// The end of a text, of whose beginning `length` bytes are plain.
fn plain_of_few(text: &[u8], length: usize, is_ascii: bool) -> Plain {
    let is_end = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    let few = text.iter().position(is_end).unwrap_or(text.len());
    Plain {
        length: length + few,
        is_ascii: is_ascii && text[..few].is_ascii(),
    }
}

/// How many bytes of printable ASCII and tabs `text` begins with: what may be in a line of a head.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(crate) fn printable(text: &[u8]) -> usize {
    use std::arch::x86_64::{
        _mm_andnot_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };

    let mut length = 0;
    let mut rest = text;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        // SAFETY: every x86-64 processor has SSE2, and sixteen bytes are read where there are as many.
        let others = unsafe {
            let bytes = _mm_loadu_si128(sixteen.as_ptr().cast());
            // As signed bytes, those beyond ASCII are less than all others.
            let is_printable = _mm_andnot_si128(
                _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7f)),
                _mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1f)),
            );
            let is_tab = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\t' as i8));
            !_mm_movemask_epi8(_mm_or_si128(is_printable, is_tab)) & 0xffff
        };
        if others != 0 {
            return length + others.trailing_zeros() as usize;
        }
        length += 16;
        rest = behind;
    }
    length + printable_of_few(rest)
}

/// The same byte by byte.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
pub(crate) fn printable(text: &[u8]) -> usize {
    printable_of_few(text)
}

fn printable_of_few(text: &[u8]) -> usize {
    let is_printable = |byte: &u8| matches!(byte, b'\t' | b' '..=b'~');
    text.iter().take_while(|byte| is_printable(byte)).count()
}

/// How many bytes `text` begins with that names of headers are made of: letters, digits, `-` and `_`, but not the others that a
/// name may have and no server uses.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(crate) fn name(text: &[u8]) -> usize {
    use std::arch::x86_64::{
        __m128i, _mm_and_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8,
    };

    let mut length = 0;
    let mut rest = text;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        // SAFETY: every x86-64 processor has SSE2, and sixteen bytes are read where there are as many.
        let others = unsafe {
            // As signed bytes, those beyond ASCII are less than all others.
            let between = |bytes: __m128i, first: u8, last: u8| {
                let is_behind = _mm_cmpgt_epi8(bytes, _mm_set1_epi8(first as i8 - 1));
                _mm_and_si128(is_behind, _mm_cmpgt_epi8(_mm_set1_epi8(last as i8 + 1), bytes))
            };
            let bytes = _mm_loadu_si128(sixteen.as_ptr().cast());
            let is_letter = between(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), b'a', b'z');
            let is_digit = between(bytes, b'0', b'9');
            let is_dash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'-' as i8));
            let is_underscore = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'_' as i8));
            let is_other = _mm_or_si128(is_dash, is_underscore);
            !_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is_letter, is_digit), is_other)) & 0xffff
        };
        if others != 0 {
            return length + others.trailing_zeros() as usize;
        }
        length += 16;
        rest = behind;
    }
    length + name_of_few(rest)
}

/// The same byte by byte.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
pub(crate) fn name(text: &[u8]) -> usize {
    name_of_few(text)
}

fn name_of_few(text: &[u8]) -> usize {
    let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.iter().take_while(|byte| is_in_name(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_printable_or_not_wherever_it_is() {
        for length in 0..40 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'x'; length];
                    text.splice(at.., [byte, 0, b'x']);
                    let goes_on = matches!(byte, b'\t' | b' '..=b'~');
                    let expected = at + usize::from(goes_on);
                    assert_eq!((printable(&text), printable_of_few(&text)), (expected, expected));
                }
            }
            let text = vec![b'x'; length];
            assert_eq!((printable(&text), printable_of_few(&text)), (length, length));
        }
    }

    #[test]
    fn every_byte_is_in_a_name_or_not_wherever_it_is() {
        for length in 0..40 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'x'; length];
                    text.splice(at.., [byte, b':', b'x']);
                    let goes_on = matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_');
                    let expected = at + usize::from(goes_on);
                    assert_eq!((name(&text), name_of_few(&text)), (expected, expected), "{byte}");
                }
            }
            let text = vec![b'x'; length];
            assert_eq!((name(&text), name_of_few(&text)), (length, length));
        }
    }

    #[test]
    fn every_byte_ends_a_string_or_does_not_wherever_it_is() {
        for length in 0..70 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'x'; length];
                    // What comes behind the end does not count.
                    text.splice(at.., [byte, b'"', 0x80]);
                    let goes_on = byte >= b' ' && byte != b'"' && byte != b'\\';
                    let expected = Plain {
                        length: at + usize::from(goes_on),
                        is_ascii: byte < 0x80,
                    };
                    assert_eq!(plain(&text), expected, "{length} {at} {byte}");
                    assert_eq!(plain_in_words(&text), expected, "{length} {at} {byte}");
                }
            }
            let all = Plain { length, is_ascii: true };
            let text = vec![b'x'; length];
            assert_eq!((plain(&text), plain_in_words(&text)), (all, all));
        }
    }
}
