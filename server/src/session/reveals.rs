//! How often a session may see a whole token.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, Reference as _},
    middleware::NoOpMiddleware,
    state::{InMemoryState, NotKeyed},
};

use crate::{
    clock::Clock,
    problem::{Code, Problem},
};

/// The server's clock, as the limiter wants it.
#[derive(Clone)]
struct Monotonic(Arc<dyn Clock>);

impl governor::clock::Clock for Monotonic {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.monotonic()
    }
}

/// A bucket that fills up within a minute.
pub struct Reveals {
    limiter: RateLimiter<NotKeyed, InMemoryState, Monotonic, NoOpMiddleware<Duration>>,
    clock: Monotonic,
}

impl Reveals {
    /// At most so many at once, and so many a minute from then on.
    pub fn new(per_minute: NonZeroU32, clock: Arc<dyn Clock>) -> Self {
        let clock = Monotonic(clock);
        Self { limiter: RateLimiter::direct_with_clock(Quota::per_minute(per_minute), clock.clone()), clock }
    }

    /// Uses one up.
    ///
    /// # Errors
    ///
    /// `rate-limited`, with the time to wait.
    pub fn take(&self) -> Result<(), Problem> {
        self.limiter.check().map_err(|refusal| {
            let wait = refusal.earliest_possible().duration_since(self.clock.now());
            let seconds = u32::try_from(Duration::from(wait).as_secs() + 1).unwrap_or(u32::MAX);
            let detail = "A token may be shown ten times a minute. Wait a moment.";
            Problem::new(Code::RateLimited, detail).retry_after(seconds)
        })
    }
}
