//! Where the time comes from.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The time as an argument, so that a test owns it.
pub trait Clock: Send + Sync + 'static {
    /// Wall clock time in milliseconds since 1970: for claims, logs and what people see.
    fn now_ms(&self) -> i64;

    /// Time since some fixed moment, never going back: for lifetimes, limits and durations.
    fn monotonic(&self) -> Duration;
}

/// The clock of this machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn now_ms(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.started.elapsed()
    }
}
