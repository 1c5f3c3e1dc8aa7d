//! `expires_in`: a number by the standard, a string or a fraction at some servers.

use super::{MAX_EXPIRES_IN, Surprise};
use crate::json::string;

/// Reads the value of `expires_in` from its JSON text into seconds.
pub(super) fn read(value: Option<&str>) -> (Option<u32>, Option<Surprise>) {
    let Some(value) = value else {
        return (None, Some(Surprise::NoLifetime));
    };
    let text = string(value);
    let number = text.as_deref().unwrap_or(value).trim();
    let seconds = number.parse::<f64>().ok().filter(|seconds| seconds.is_finite());
    let Some(seconds) = seconds.filter(|_| number.starts_with(|c: char| c.is_ascii_digit() || c == '-'))
    else {
        return (None, Some(Surprise::LifetimeUnreadable(shorten(value))));
    };
    let max = f64::from(MAX_EXPIRES_IN);
    let surprise = if (1.0..=max).contains(&seconds) {
        text.is_some().then_some(Surprise::LifetimeAsText)
    } else {
        Some(Surprise::LifetimeClamped(shorten(value)))
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=2_592_000")]
    let seconds = seconds.clamp(1.0, max) as u32;
    (Some(seconds), surprise)
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
        for (value, seconds) in
            [("0", 1), ("-5", 1), ("0.5", 1), ("1e300", MAX_EXPIRES_IN), ("2592001", MAX_EXPIRES_IN)]
        {
            assert_eq!(read(Some(value)), (Some(seconds), Some(Surprise::LifetimeClamped(value.into()))));
        }
    }

    #[test]
    fn anything_else_is_unknown() {
        assert_eq!(read(None), (None, Some(Surprise::NoLifetime)));
        for value in ["null", "true", "\"\"", "\"soon\"", "\"NaN\"", "\"inf\"", "[3600]", "{}", "1e400"] {
            assert_eq!(read(Some(value)), (None, Some(Surprise::LifetimeUnreadable(value.into()))));
        }
    }
}
