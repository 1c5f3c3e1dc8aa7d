//! Comparing client secrets.

use subtle::{Choice, ConstantTimeEq};

/// Whether `given` is one of the accepted secrets. Every accepted one is compared in full, so that the time
/// taken says nothing about where a guess went wrong; only lengths are not hidden.
pub(super) fn matches_any(given: &str, accepted: &[&str]) -> bool {
    let compare = |seen: Choice, secret: &&str| seen | secret.as_bytes().ct_eq(given.as_bytes());
    accepted.iter().fold(Choice::from(0), compare).into()
}

#[cfg(test)]
mod tests {
    use super::matches_any;

    #[test]
    fn every_accepted_secret_matches_and_nothing_else() {
        assert!(matches_any("one", &["one", "two"]) && matches_any("two", &["one", "two"]));
        for given in ["", "on", "one ", "ONE", "onetwo"] {
            assert!(!matches_any(given, &["one", "two"]), "{given:?}");
        }
        assert!(!matches_any("one", &[]));
    }
}
