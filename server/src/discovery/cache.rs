//! What is known of authorization servers, bounded in number and age.

use std::{sync::Arc, time::Duration};

use moka::sync::Cache;
use oauth::{jose::KeySet, provider::VerifiedMetadata};
use tokio::sync::Mutex;

use crate::clock::Clock;

/// Most servers of which something is kept.
const MAX_SERVERS: u64 = 256;

/// How long a document is used before it is fetched again.
const MAX_AGE: Duration = Duration::from_mins(10);

/// Shortest time between two fetches of a key set for keys it does not have; otherwise a stream of
/// tokens with invented key names would be a stream of requests to their server.
const MISS_COOLDOWN: Duration = Duration::from_secs(30);

/// Metadata and key sets by issuer.
pub(crate) struct ProviderCache {
    metadata: Cache<String, Aged<Arc<VerifiedMetadata>>>,
    keys: Cache<String, KeySlot>,
}

/// The key set of one issuer. The lock lets one request fetch while others wait for what it brings.
pub(super) type KeySlot = Arc<Mutex<Option<Aged<Arc<KeySet>>>>>;

/// A value and when it was fetched, on the monotonic clock.
#[derive(Debug, Clone)]
pub(super) struct Aged<T> {
    pub(super) value: T,
    fetched: Duration,
}

impl<T> Aged<T> {
    pub(super) fn now(value: T, clock: &dyn Clock) -> Self {
        Self { value, fetched: clock.monotonic() }
    }

    fn age(&self, clock: &dyn Clock) -> Duration {
        clock.monotonic().saturating_sub(self.fetched)
    }

    fn is_fresh(&self, clock: &dyn Clock) -> bool {
        self.age(clock) < MAX_AGE
    }
}

impl Aged<Arc<KeySet>> {
    /// Whether the set serves for a token that names `kid`: it is fresh and has the key, or it was
    /// fetched so recently that asking again is not worth it.
    pub(super) fn serves(&self, kid: Option<&str>, clock: &dyn Clock) -> bool {
        let has_key = kid.is_none_or(|kid| self.value.names(kid));
        self.is_fresh(clock) && (has_key || self.age(clock) < MISS_COOLDOWN)
    }
}

impl Default for ProviderCache {
    fn default() -> Self {
        Self { metadata: Cache::new(MAX_SERVERS), keys: Cache::new(MAX_SERVERS) }
    }
}

impl ProviderCache {
    pub(super) fn metadata(&self, issuer: &str, clock: &dyn Clock) -> Option<Arc<VerifiedMetadata>> {
        self.metadata.get(issuer).filter(|kept| kept.is_fresh(clock)).map(|kept| kept.value)
    }

    pub(super) fn keep_metadata(
        &self,
        metadata: VerifiedMetadata,
        clock: &dyn Clock,
    ) -> Arc<VerifiedMetadata> {
        let metadata = Arc::new(metadata);
        let issuer = metadata.issuer().as_str().to_owned();
        self.metadata.insert(issuer, Aged::now(Arc::clone(&metadata), clock));
        metadata
    }

    pub(super) fn keys(&self, issuer: &str) -> KeySlot {
        self.keys.get_with_by_ref(issuer, KeySlot::default)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[derive(Default)]
    struct Manual(AtomicU64);

    impl Clock for Manual {
        fn now_ms(&self) -> i64 {
            0
        }

        fn monotonic(&self) -> Duration {
            Duration::from_secs(self.0.load(Ordering::Relaxed))
        }
    }

    fn keys() -> Arc<KeySet> {
        Arc::new(KeySet::parse(br#"{"keys":[{"kty":"oct","kid":"known","k":"AAAA"}]}"#).unwrap())
    }

    #[test]
    fn a_key_set_is_asked_for_an_unknown_key_at_most_every_thirty_seconds() {
        let clock = Manual::default();
        let kept = Aged::now(keys(), &clock);
        assert!(kept.serves(Some("unknown"), &clock));
        clock.0.store(29, Ordering::Relaxed);
        assert!(kept.serves(Some("unknown"), &clock));
        clock.0.store(30, Ordering::Relaxed);
        assert!(!kept.serves(Some("unknown"), &clock));
        assert!(kept.serves(Some("known"), &clock) && kept.serves(None, &clock));
    }

    #[test]
    fn nothing_is_used_for_longer_than_ten_minutes() {
        let clock = Manual::default();
        let kept = Aged::now(keys(), &clock);
        clock.0.store(599, Ordering::Relaxed);
        assert!(kept.serves(Some("known"), &clock));
        clock.0.store(600, Ordering::Relaxed);
        assert!(!kept.serves(Some("known"), &clock));
    }
}
