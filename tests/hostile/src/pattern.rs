//! Bodies that are identified by their length and a checksum, so that neither side has to hold them.

use nango_probe::sum::Sum;

/// The unit of the probes' bodies, repeated.
pub const UPLOAD: &[u8] = b"0123456789abcdef";

/// A body that may be too long to be held: `unit`, so many times.
#[derive(Clone, Debug)]
pub struct Pattern {
    unit: Vec<u8>,
    times: u64,
}

impl Pattern {
    /// `unit`, so many times.
    pub fn new(unit: &[u8], times: u64) -> Pattern {
        Pattern {
            unit: unit.to_owned(),
            times,
        }
    }

    /// Its sum.
    pub fn sum(&self) -> Sum {
        let mut unit = Sum::EMPTY;
        unit.add(&self.unit);
        (0..self.times).fold(Sum::EMPTY, |sum, _| sum.then(unit))
    }
}

impl<T: AsRef<[u8]>> From<T> for Pattern {
    fn from(body: T) -> Pattern {
        Pattern::new(body.as_ref(), 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_the_sum_of_its_bytes() {
        let pattern = Pattern::new(UPLOAD, 10_000);
        let mut sum = Sum::EMPTY;
        sum.add(&UPLOAD.repeat(10_000));
        assert_eq!(pattern.sum(), sum);
        assert_ne!(Pattern::new(UPLOAD, 9_999).sum(), sum);
    }
}
