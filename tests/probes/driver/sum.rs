//! Bodies that are identified by their length and a checksum, so that neither side has to hold them.

/// The largest prime below 2^16.
const MODULUS: u64 = 65_521;

/// A sum that notices other bytes, another order and another length: Adler-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    low: u64,
    high: u64,
    /// How many bytes were summed up.
    pub count: u64,
}

impl Default for Sum {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Sum {
    /// That of nothing.
    pub const EMPTY: Sum = Sum {
        low: 1,
        high: 0,
        count: 0,
    };

    /// Adds what follows.
    pub fn add(&mut self, bytes: &[u8]) {
        // So many can be added before 64 bits overflow, and many more.
        for part in bytes.chunks(1 << 16) {
            for &byte in part {
                self.low += u64::from(byte);
                self.high += self.low;
            }
            self.low %= MODULUS;
            self.high %= MODULUS;
        }
        self.count += bytes.len() as u64;
    }

    /// The sum of these bytes followed by those of `next`.
    #[must_use]
    pub fn then(self, next: Sum) -> Sum {
        let added = (next.count % MODULUS) * ((self.low + MODULUS - 1) % MODULUS);
        Sum {
            low: (self.low + next.low + MODULUS - 1) % MODULUS,
            high: (self.high + next.high + added) % MODULUS,
            count: self.count + next.count,
        }
    }

    /// The checksum.
    #[must_use]
    pub fn value(self) -> u64 {
        self.high << 16 | self.low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_that_of_adler() {
        let mut sum = Sum::EMPTY;
        sum.add(b"Wikipedia");
        assert_eq!(sum.value(), 0x11e6_0398);
        assert_eq!(Sum::EMPTY.value(), 1);
    }
}
