//! Times in a seed file: absolute, or relative to the start.

use crate::clock;
use serde::{Deserialize, Deserializer, de::Error};

/// A time in a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Microseconds since 1970, written as RFC 3339.
    At(i64),
    /// Microseconds after the start, written as `+10m`, `-1h` or `+20d`.
    FromStart(i64),
}

impl When {
    /// Reads either form.
    pub fn parse(text: &str) -> Option<Self> {
        relative(text)
            .map(Self::FromStart)
            .or_else(|| clock::parse_micros(text).map(Self::At))
    }

    /// Milliseconds since 1970, for an emulator that started at `start_ms`.
    pub fn resolve(self, start_ms: i64) -> i64 {
        self.resolve_micros(start_ms).div_euclid(1_000)
    }

    /// The same in microseconds, which the list of connections shows.
    pub fn resolve_micros(self, start_ms: i64) -> i64 {
        match self {
            Self::At(micros) => micros,
            Self::FromStart(micros) => start_ms * 1_000 + micros,
        }
    }
}

/// The formats of a time in a seed, for messages.
pub const FORMS: &str = "a time relative to the start (\"+10m\", \"-1h\", \"+20d\"; units are s, m, h, d) or RFC 3339 (\"2026-11-22T01:16:10Z\")";

fn relative(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = rest.split_at(digits);
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    // Six digits of days reach further than any token, and nothing overflows.
    let number: i64 = number.parse().ok().filter(|n| *n < 1_000_000)?;
    Some(sign * number * seconds * 1_000_000)
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("\"{text}\" is not a time; write {FORMS}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_times_count_from_the_start() {
        assert_eq!(When::parse("+10m"), Some(When::FromStart(600_000_000)));
        assert_eq!(When::parse("-1h"), Some(When::FromStart(-3_600_000_000)));
        assert_eq!(When::parse("+0s"), Some(When::FromStart(0)));
        assert_eq!(When::FromStart(-5_000).resolve(1_005), 1_000);
        for wrong in [
            "",
            "+",
            "10m",
            "+m",
            "+10",
            "+10x",
            "+1.5h",
            "+999999999999d",
            "tomorrow",
        ] {
            assert_eq!(When::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn rfc_3339_times_stand_for_themselves() {
        assert_eq!(When::parse("1970-01-01T00:00:01Z"), Some(When::At(1_000_000)));
        assert_eq!(When::At(1_000_000).resolve(77), 1_000);
    }
}
