//! `expires_in`: a number by the standard, a string or a fraction at some servers.

use super::{MAX_EXPIRES_IN, Surprise};
use crate::json::{string, whole_number};

/// Reads the value of `expires_in` from its JSON text into seconds.
pub(super) fn read(value: Option<&str>) -> (Option<u32>, Option<Surprise>) {
    let Some(value) = value else {
        return (None, Some(Surprise::NoLifetime));
    };
    let text = string(value);
    let number = text.as_deref().unwrap_or(value).trim();
    let seconds = match whole_number(number) {
        Some(seconds) => seconds,
        // A number of seconds too large to be written down is clamped like any other.
        None if is_huge(number) => i64::MAX,
        None => return (None, Some(Surprise::LifetimeUnreadable(shorten(value)))),
    };
    let clamped = seconds.clamp(1, MAX_EXPIRES_IN.into());
    let surprise = if clamped == seconds {
        text.is_some().then_some(Surprise::LifetimeAsText)
    } else {
        Some(Surprise::LifetimeClamped(shorten(value)))
    };
    (u32::try_from(clamped).ok(), surprise)
}

fn is_huge(number: &str) -> bool {
    number.len() > 18 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A server may write anything here; what is repeated to a person has an end.
fn shorten(value: &str) -> String {
    crate::redact::truncate(value, 40).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_fractions_and_numeric_strings_are_seconds() {
        assert_eq!(read(Some("3600")), (Some(3600), None));
        assert_eq!(read(Some("3599.9")), (Some(3599), None));
        assert_eq!(read(Some("3.6e3")), (Some(3600), None));
        assert_eq!(read(Some("\"3600\"")), (Some(3600), Some(Surprise::LifetimeAsText)));
    }

    #[test]
    fn out_of_bounds_is_clamped_and_told() {
        for (value, seconds) in [
            ("0", 1),
            ("-5", 1),
            ("0.5", 1),
            ("9999999999999999999999", MAX_EXPIRES_IN),
            ("2592001", MAX_EXPIRES_IN),
        ] {
            assert_eq!(read(Some(value)), (Some(seconds), Some(Surprise::LifetimeClamped(value.into()))));
        }
    }

    #[test]
    fn anything_else_is_unknown() {
        assert_eq!(read(None), (None, Some(Surprise::NoLifetime)));
        for value in
            ["null", "true", "\"\"", "\"soon\"", "\"NaN\"", "\"inf\"", "[3600]", "{}", "1e400", "1e300"]
        {
            assert_eq!(read(Some(value)), (None, Some(Surprise::LifetimeUnreadable(value.into()))));
        }
    }
}
