//! How long a token is good for, as arithmetic.
//!
//! Nothing here reads a clock or sleeps; whoever keeps tokens does, and obeys.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Longest time before expiry at which a token is renewed.
pub const MAX_SLACK: Duration = Duration::from_secs(90);

/// The share of a token's life that is left when it is renewed: one fifth.
const SLACK_SHARE: u32 = 5;

/// What to do with a token of a given age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Use it.
    Fresh {
        /// When to think of a new one.
        refresh_in: Duration,
    },
    /// Use it, and get a new one.
    Refresh,
    /// Do not use it.
    Expired,
}

/// Judges a token by its age. `slack` is how long before its end a new one is wanted.
pub fn freshness(age: Duration, lifetime: Duration, slack: Duration) -> Freshness {
    let left = lifetime.saturating_sub(age);
    match left.checked_sub(slack) {
        _ if left.is_zero() => Freshness::Expired,
        None | Some(Duration::ZERO) => Freshness::Refresh,
        Some(refresh_in) => Freshness::Fresh { refresh_in },
    }
}

/// How long before its end a token is renewed: 90 seconds or a fifth of its life, whichever is less.
pub fn slack(lifetime: Duration) -> Duration {
    MAX_SLACK.min(lifetime / SLACK_SHARE)
}

/// The state of a token as people see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenState {
    /// Good.
    Active,
    /// Good for a little while.
    Expiring,
    /// Past its end.
    Expired,
}

impl TokenState {
    /// The wire name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
        }
    }
}

impl From<Freshness> for TokenState {
    fn from(freshness: Freshness) -> Self {
        match freshness {
            Freshness::Fresh { .. } => Self::Active,
            Freshness::Refresh => Self::Expiring,
            Freshness::Expired => Self::Expired,
        }
    }
}

/// A time span in the two largest units that matter: `47 min 24 s`, `2 h 5 min`, `3 d`.
pub fn words(span: Duration) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let seconds = span.as_secs();
    let Some(index) = UNITS.iter().position(|(size, _)| seconds >= *size) else {
        return "0 s".to_owned();
    };
    let (size, unit) = UNITS[index];
    let whole = format!("{} {unit}", seconds / size);
    match UNITS.get(index + 1).map(|(next, name)| (seconds % size / next, name)) {
        Some((rest, name)) if rest > 0 => format!("{whole} {rest} {name}"),
        _ => whole,
    }
}

/// A moment as seen from another, both in seconds since 1970: `in 47 min`, `12 min ago`, `now`.
pub fn relative(now: i64, then: i64) -> String {
    let distance = then.abs_diff(now);
    let size = [86_400, 3_600, 60, 1].into_iter().find(|size| distance >= *size).unwrap_or(1);
    let span = words(Duration::from_secs(distance / size * size));
    match then.cmp(&now) {
        std::cmp::Ordering::Less => format!("{span} ago"),
        std::cmp::Ordering::Equal => "now".to_owned(),
        std::cmp::Ordering::Greater => format!("in {span}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn an_hour_is_fresh_until_ninety_seconds_before_its_end() {
        assert_eq!(slack(s(3600)), s(90));
        assert_eq!(freshness(s(0), s(3600), s(90)), Freshness::Fresh { refresh_in: s(3510) });
        assert_eq!(freshness(s(3509), s(3600), s(90)), Freshness::Fresh { refresh_in: s(1) });
        assert_eq!(freshness(s(3510), s(3600), s(90)), Freshness::Refresh);
        assert_eq!(freshness(s(3599), s(3600), s(90)), Freshness::Refresh);
        assert_eq!(freshness(s(3600), s(3600), s(90)), Freshness::Expired);
        assert_eq!(freshness(s(9999), s(3600), s(90)), Freshness::Expired);
    }

    #[test]
    fn a_short_lived_token_is_renewed_at_four_fifths_of_its_life() {
        assert_eq!(slack(s(75)), s(15));
        assert_eq!(slack(s(0)), s(0));
        assert_eq!(TokenState::from(freshness(s(60), s(75), slack(s(75)))), TokenState::Expiring);
        assert_eq!(TokenState::from(freshness(s(59), s(75), slack(s(75)))), TokenState::Active);
    }

    #[test]
    fn spans_are_said_in_two_units() {
        for (seconds, words_for_it) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (2844, "47 min 24 s"),
            (7500, "2 h 5 min"),
            (90_000, "1 d 1 h"),
            (86_401, "1 d"),
        ] {
            assert_eq!(words(s(seconds)), words_for_it);
        }
    }

    #[test]
    fn moments_are_said_in_one_unit() {
        assert_eq!(relative(1000, 1000 + 2844), "in 47 min");
        assert_eq!(relative(1000, 1000 - 7500), "2 h ago");
        assert_eq!(relative(1000, 1000), "now");
        assert_eq!(relative(i64::MAX, i64::MIN), "213503982334601 d ago");
    }
}
