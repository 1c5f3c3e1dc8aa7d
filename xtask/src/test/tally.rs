//! How many tests passed and failed.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The count of one runner, or of all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// Reads one line of libtest; only its summary (`test result: ok. 3 passed; 1 failed; …`) counts.
    pub(crate) fn of_libtest_line(line: &str) -> Self {
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            return Self::default();
        };
        let count = |word: &str| {
            let part = counts.split("; ").find_map(|part| part.trim().strip_suffix(word));
            part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
        };
        Self { passed: count(" passed"), failed: count(" failed") }
    }

    /// Reads the report of Playwright's JSON reporter. A test that passed only on a second try has failed.
    pub(crate) fn of_playwright(report: &str) -> Result<Self> {
        let report: Report =
            serde_json::from_str(report).context("Playwright's report is not what it was")?;
        let errors = u64::try_from(report.errors.len())?;
        Ok(Self {
            passed: report.stats.expected,
            failed: report.stats.unexpected + report.stats.flaky + errors,
        })
    }

    /// Corrects the count by how the runner ended: a crash after the last count, or nothing run at all, is a failure.
    pub(crate) fn checked(self, runner: &str, succeeded: bool) -> Result<Self> {
        match self {
            Self { failed: 0, .. } if !succeeded => {
                bail!("{runner} ended in failure without naming a failed test")
            }
            Self { passed: 0, failed: 0 } => bail!("{runner} ran no test"),
            counted => Ok(counted),
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Self::add)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[derive(Deserialize)]
struct Report {
    stats: Stats,
    errors: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn a_libtest_summary_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Tally::of_libtest_line(line), Tally { passed: 12, failed: 3 });
    }

    #[test]
    fn other_lines_of_libtest_count_nothing() {
        assert_eq!(
            Tally::of_libtest_line("test scope::tests::two_passed; 9 failed ... ok"),
            Tally::default()
        );
    }

    #[test]
    fn a_flaky_browser_test_and_an_error_outside_tests_are_failures() {
        let report =
            r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}, "errors": [{}]}"#;
        assert_eq!(Tally::of_playwright(report).unwrap(), Tally { passed: 7, failed: 3 });
    }

    #[test]
    fn a_runner_without_tests_is_an_error() {
        assert!(Tally::default().checked("cargo test", true).is_err());
    }

    #[test]
    fn a_runner_that_crashes_after_its_last_count_is_an_error() {
        assert!(Tally { passed: 5, failed: 0 }.checked("cargo test", false).is_err());
    }

    #[test]
    fn tallies_add_up_to_the_last_line() {
        let total: Tally = [Tally { passed: 3, failed: 0 }, Tally { passed: 4, failed: 1 }].into_iter().sum();
        assert_eq!(total.to_string(), "7 passed, 1 failed");
    }
}
