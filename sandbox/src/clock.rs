//! Where the time comes from.

use std::time::SystemTime;

/// The wall clock an environment's own clock is based on. It is an argument, so a test owns the time.
///
/// Any `Fn() -> SystemTime` is one.
pub trait Clock: Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> SystemTime;
}

impl<F: Fn() -> SystemTime + Send + Sync + 'static> Clock for F {
    fn now(&self) -> SystemTime {
        self()
    }
}

/// The clock of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the sandbox's clock")]
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}
