//! Times in claims.

use time::OffsetDateTime;

use crate::json::{string, whole_number};

/// Seconds since 1970-01-01T00:00:00Z
/// ([RFC 7519 §2](https://www.rfc-editor.org/rfc/rfc7519#section-2)); the standard allows fractions,
/// which are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumericDate(i64);

/// The last second of the year 9999: what is later is not a time but a mistake or an attempt.
const MAX: i64 = 253_402_300_799;

impl NumericDate {
    /// Reads a time for display: a number, or a number in quotes as some servers write it.
    pub fn read(json: &str) -> Option<Self> {
        Self::number(json).or_else(|| Self::number(string(json)?.trim()))
    }

    /// Reads a time for a decision: a number and nothing else.
    pub(super) fn strict(json: &str) -> Option<Self> {
        Self::number(json)
    }

    fn number(text: &str) -> Option<Self> {
        whole_number(text).filter(|seconds| (-MAX..=MAX).contains(seconds)).map(Self)
    }

    /// Seconds since 1970.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The time in ISO 8601, UTC: `2026-03-12T15:08:20Z`.
    pub fn iso(self) -> Option<String> {
        let time = OffsetDateTime::from_unix_timestamp(self.0).ok()?;
        let (year, month, day) = time.to_calendar_date();
        let (hour, minute, second) = time.to_hms();
        let month = u8::from(month);
        Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_and_fractions_are_times_for_every_purpose() {
        for (json, seconds) in [
            ("1768386413", 1_768_386_413),
            ("1768386413.9", 1_768_386_413),
            ("1.768386413E9", 1_768_386_413),
            ("-1", -1),
        ] {
            assert_eq!(NumericDate::strict(json).map(NumericDate::seconds), Some(seconds), "{json}");
        }
    }

    #[test]
    fn a_string_is_shown_as_a_time_but_decides_nothing() {
        assert_eq!(NumericDate::read("\"1768386413\"").map(NumericDate::seconds), Some(1_768_386_413));
        assert_eq!(NumericDate::strict("\"1768386413\""), None);
    }

    #[test]
    fn what_is_no_time_is_none() {
        for json in [
            "1e300",
            "1e400",
            "253402300800",
            "18446744073709551616",
            "null",
            "true",
            "\"NaN\"",
            "[1]",
            "\"\"",
        ] {
            assert_eq!(NumericDate::read(json), None, "{json}");
        }
    }

    #[test]
    fn a_time_is_written_in_utc() {
        assert_eq!(NumericDate(1_773_328_100).iso().as_deref(), Some("2026-03-12T15:08:20Z"));
        assert_eq!(NumericDate(-1).iso().as_deref(), Some("1969-12-31T23:59:59Z"));
    }
}
