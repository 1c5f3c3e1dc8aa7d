//! Times as people read them. Integers only: a page that is the same on both sides has no time zone but UTC.

use oauth::jose::NumericDate;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The time of day in UTC, such as `14:06:31`.
pub(super) fn time_of_day(ms: i64) -> String {
    let second = ms.div_euclid(1000).rem_euclid(DAY);
    [two(second / HOUR), two(second / MINUTE % 60), two(second % 60)].join(":")
}

/// The time in ISO 8601, as `<time datetime>` wants it.
pub(super) fn iso(ms: i64) -> Option<String> {
    NumericDate::read(&ms.div_euclid(1000).to_string())?.iso()
}

/// What is left as a clock shows it, such as `47:24` or `1:02:03`.
pub(super) fn countdown(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / HOUR, seconds / MINUTE % 60, seconds % 60);
    if hours > 0 {
        [hours.to_string(), two(minutes), two(seconds)].join(":")
    } else {
        [minutes.to_string(), two(seconds)].join(":")
    }
}

/// How long a call took, with its unit.
pub(super) fn duration(us: u64) -> String {
    if us < 10_000 {
        let tenths = us / 100;
        [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " ms"].concat()
    } else {
        [&(us / 1000).to_string(), " ms"].concat()
    }
}

fn two(number: i64) -> String {
    if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_day_is_that_of_utc() {
        assert_eq!(time_of_day(1_773_324_500_999), "14:08:20");
        assert_eq!(iso(1_773_324_500_999).as_deref(), Some("2026-03-12T14:08:20Z"));
    }

    #[test]
    fn a_countdown_keeps_its_width() {
        assert_eq!(countdown(2844), "47:24");
        assert_eq!(countdown(9), "0:09");
        assert_eq!(countdown(3723), "1:02:03");
    }

    #[test]
    fn short_calls_are_told_in_tenths_of_a_millisecond() {
        assert_eq!(duration(2_345), "2.3 ms");
        assert_eq!(duration(212_999), "212 ms");
    }
}
