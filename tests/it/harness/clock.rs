//! A clock that runs, and that a test may move.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use server::clock::{Clock, SystemClock};

/// The clock of this machine, moved forward.
#[derive(Default)]
pub(crate) struct TestClock {
    system: SystemClock,
    ahead_ms: AtomicI64,
}

impl TestClock {
    pub(crate) fn advance(&self, by: Duration) {
        self.ahead_ms.fetch_add(i64::try_from(by.as_millis()).unwrap(), Ordering::Relaxed);
    }

    fn ahead_ms(&self) -> i64 {
        self.ahead_ms.load(Ordering::Relaxed)
    }
}

impl Clock for TestClock {
    fn now_ms(&self) -> i64 {
        self.system.now_ms() + self.ahead_ms()
    }

    fn monotonic(&self) -> Duration {
        self.system.monotonic() + Duration::from_millis(self.ahead_ms().unsigned_abs())
    }
}
