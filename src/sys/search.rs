//! Searching text sixteen bytes at a time, where the processor can.

/// How many bytes `text` begins with that may be in a JSON string as they are: none of them is a quote, a backslash, a control
/// character or, if `ASCII`, beyond ASCII.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(crate) fn plain<const ASCII: bool>(text: &[u8]) -> usize {
    use std::arch::x86_64::{
        _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
    };

    let mut length = 0;
    let mut rest = text;
    while let Some((sixteen, behind)) = rest.split_first_chunk::<16>() {
        // SAFETY: every x86-64 processor has SSE2, and sixteen bytes are read where there are as many.
        let ends = unsafe {
            let bytes = _mm_loadu_si128(sixteen.as_ptr().cast());
            let is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'"' as i8));
            let is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b'\\' as i8));
            let is_other = match ASCII {
                // As signed bytes, those beyond ASCII are less than all others.
                true => _mm_cmpgt_epi8(_mm_set1_epi8(b' ' as i8), bytes),
                false => _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes),
            };
            _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is_quote, is_escape), is_other))
        };
        if ends != 0 {
            return length + ends.trailing_zeros() as usize;
        }
        length += 16;
        rest = behind;
    }
    length + plain_of_few::<ASCII>(rest)
}

/// The same eight bytes at a time.
#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
pub(crate) fn plain<const ASCII: bool>(text: &[u8]) -> usize {
    plain_in_words::<ASCII>(text)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
fn plain_in_words<const ASCII: bool>(text: &[u8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);
    // The high bit of each byte that is less than `bound`, up to the first such byte: those behind it mean nothing.
    let less = |word: u64, bound: u8| word.wrapping_sub(ONES * u64::from(bound)) & !word & HIGHS;
    let is_byte = |word: u64, byte: u8| less(word ^ (ONES * u64::from(byte)), 1);
    let mut length = 0;
    let mut eights = text.chunks_exact(8);
    for eight in &mut eights {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let high = if ASCII { word & HIGHS } else { 0 };
        let ends = is_byte(word, b'"') | is_byte(word, b'\\') | less(word, b' ') | high;
        if ends != 0 {
            return length + ends.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length + plain_of_few::<ASCII>(eights.remainder())
}

#[inline(never)]
fn plain_of_few<const ASCII: bool>(text: &[u8]) -> usize {
    let is_end = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ') || (ASCII && !byte.is_ascii());
    text.iter().position(is_end).unwrap_or(text.len())
}

/// How many bytes two texts begin with that are the same in both.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(crate) fn alike(one: &[u8; 16], other: &[u8; 16]) -> usize {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8};

    // SAFETY: every x86-64 processor has SSE2, and both are sixteen bytes.
    let same = unsafe {
        let (one, other) = (
            _mm_loadu_si128(one.as_ptr().cast()),
            _mm_loadu_si128(other.as_ptr().cast()),
        );
        _mm_movemask_epi8(_mm_cmpeq_epi8(one, other))
    };
    (!same).trailing_zeros() as usize
}

/// The same as one number.
#[cfg(not(target_arch = "x86_64"))]
#[inline(always)]
pub(crate) fn alike(one: &[u8; 16], other: &[u8; 16]) -> usize {
    alike_as_number(one, other)
}

#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline(always)]
fn alike_as_number(one: &[u8; 16], other: &[u8; 16]) -> usize {
    let differ = u128::from_le_bytes(*one) ^ u128::from_le_bytes(*other);
    differ.trailing_zeros() as usize / 8
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
    fn texts_are_alike_up_to_the_first_byte_that_differs() {
        let text = *b"0123456789abcdef";
        assert_eq!((alike(&text, &text), alike_as_number(&text, &text)), (16, 16));
        for first in 0..16 {
            for second in first..16 {
                let mut other = text;
                (other[first], other[second]) = (0x80, b'x');
                assert_eq!((alike(&text, &other), alike_as_number(&text, &other)), (first, first));
            }
        }
    }

    fn check_plain<const ASCII: bool>() {
        for length in 0..70 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'x'; length];
                    // What comes behind the end does not count.
                    text.splice(at.., [byte, b'"', 0x80]);
                    let goes_on = byte >= b' ' && byte != b'"' && byte != b'\\' && !(ASCII && byte >= 0x80);
                    let expected = at + usize::from(goes_on);
                    assert_eq!(plain::<ASCII>(&text), expected, "{length} {at} {byte}");
                    assert_eq!(plain_in_words::<ASCII>(&text), expected, "{length} {at} {byte}");
                }
            }
            let text = vec![b'x'; length];
            assert_eq!(
                (plain::<ASCII>(&text), plain_in_words::<ASCII>(&text)),
                (length, length)
            );
        }
    }

    #[test]
    fn every_byte_ends_a_string_or_does_not_wherever_it_is() {
        check_plain::<true>();
        check_plain::<false>();
    }
}
