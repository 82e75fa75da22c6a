//! The emulator's own clock, and the forms in which Nango writes times.

use chrono::{DateTime, SecondsFormat, Utc};
use std::time::{SystemTime, UNIX_EPOCH};

/// The wall clock plus an offset that a test can move.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    offset_ms: i64,
}

impl Clock {
    /// A clock that shows `start_ms` now, or the wall clock's time without it.
    pub fn starting_at(start_ms: Option<i64>) -> Self {
        let offset_ms = start_ms.map_or(0, |start| start - wall_ms());
        Self { offset_ms }
    }

    /// The time in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        wall_ms() + self.offset_ms
    }

    /// Moves the clock forward.
    pub fn advance(&mut self, milliseconds: i64) {
        self.offset_ms += milliseconds;
    }
}

fn wall_ms() -> i64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX)
}

fn date_time(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}

/// As in a connection's document: `2026-11-22T01:16:10.660+00:00`.
pub fn document_time(ms: i64) -> String {
    date_time(ms).to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// As in the list of connections, to the microsecond and without trailing zeros: `2026-11-22T01:16:10.66+00:00`.
pub fn list_time(micros: i64) -> String {
    let time = DateTime::<Utc>::from_timestamp_micros(micros).unwrap_or_default();
    let text = time.format("%Y-%m-%dT%H:%M:%S%.6f").to_string();
    let whole_seconds = text.len() - ".000000".len();
    let shortened = text.trim_end_matches('0').trim_end_matches('.').len();
    format!("{}+00:00", &text[..shortened.max(whole_seconds)])
}

/// As in credentials: `2026-11-22T01:16:10.660Z`.
pub fn credential_time(ms: i64) -> String {
    date_time(ms).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// As GitHub writes it: `2026-11-22T01:16:10Z`.
pub fn whole_second_time(ms: i64) -> String {
    date_time(ms).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// As in the `Date` header.
pub fn http_date(ms: i64) -> String {
    date_time(ms).format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Milliseconds since 1970 of an RFC 3339 time.
pub fn parse(text: &str) -> Option<i64> {
    parse_micros(text).map(|micros| micros.div_euclid(1_000))
}

/// Microseconds since 1970 of an RFC 3339 time.
pub fn parse_micros(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|time| time.timestamp_micros())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_the_forms_that_nango_uses() {
        let ms = parse("2026-11-22T01:16:10.66Z").expect("a valid time");
        assert_eq!(document_time(ms), "2026-11-22T01:16:10.660+00:00");
        assert_eq!(credential_time(ms), "2026-11-22T01:16:10.660Z");
        assert_eq!(whole_second_time(ms), "2026-11-22T01:16:10Z");
        assert_eq!(http_date(ms), "Sun, 22 Nov 2026 01:16:10 GMT");
    }

    #[test]
    fn a_list_time_keeps_zeros_that_count() {
        let at = |text| list_time(parse_micros(text).expect("a valid time"));
        assert_eq!(at("2026-11-22T01:16:10.660Z"), "2026-11-22T01:16:10.66+00:00");
        assert_eq!(at("2026-11-22T01:16:10.845048Z"), "2026-11-22T01:16:10.845048+00:00");
        assert_eq!(at("2026-11-22T01:16:10Z"), "2026-11-22T01:16:10+00:00");
        assert_eq!(at("2026-11-22T01:16:00Z"), "2026-11-22T01:16:00+00:00");
        assert_eq!(at("2026-11-22T01:16:10.001Z"), "2026-11-22T01:16:10.001+00:00");
    }
}
