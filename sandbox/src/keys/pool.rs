//! Spare RSA keys. One takes some 40 ms of CPU to make, so a few are kept ready.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use aws_lc_rs::{rsa::KeySize, signature::RsaKeyPair};

use crate::SandboxError;

/// Enough for the keys of one environment and the start of the next.
const SPARE_KEYS: usize = 8;

/// A small store of RSA-2048 keys. Once warmed up it refills itself in the background; before that every
/// key is made when it is asked for.
#[derive(Default)]
pub(crate) struct KeyPool {
    spare: Mutex<Vec<RsaKeyPair>>,
    warm: AtomicBool,
    filling: AtomicBool,
}

impl KeyPool {
    /// A key nobody else has: a spare one, or else a new one.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<RsaKeyPair, SandboxError> {
        let spare = self.spare().pop();
        if self.warm.load(Ordering::Acquire) {
            self.refill();
        }
        match spare {
            Some(key) => Ok(key),
            None => generate().await,
        }
    }

    /// Keeps spare keys from now on. Needs a Tokio runtime.
    pub(crate) fn warm_up(self: &Arc<Self>) {
        self.warm.store(true, Ordering::Release);
        self.refill();
    }

    /// Makes one key after the other until there are enough, unless that is under way.
    fn refill(self: &Arc<Self>) {
        if self.filling.swap(true, Ordering::AcqRel) {
            return;
        }
        let pool = Arc::clone(self);
        tokio::spawn(async move {
            while pool.spare().len() < SPARE_KEYS {
                match generate().await {
                    Ok(key) => pool.spare().push(key),
                    Err(_) => break,
                }
            }
            pool.filling.store(false, Ordering::Release);
        });
    }

    fn spare(&self) -> std::sync::MutexGuard<'_, Vec<RsaKeyPair>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn generate() -> Result<RsaKeyPair, SandboxError> {
    let made = tokio::task::spawn_blocking(|| RsaKeyPair::generate(KeySize::Rsa2048)).await;
    if let Ok(Ok(key)) = made {
        return Ok(key);
    }
    tracing::error!("an RSA key could not be made");
    Err(SandboxError::KeyMaterial)
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::KeyPair;

    use super::*;

    #[tokio::test]
    async fn no_key_is_handed_out_twice() {
        let pool = Arc::new(KeyPool::default());
        pool.warm_up();
        let mut seen = std::collections::HashSet::new();
        for _ in 0..3 {
            let key = pool.take().await.map(|key| key.public_key().as_ref().to_vec());
            assert!(key.is_ok_and(|key| seen.insert(key)));
        }
    }

    #[tokio::test]
    async fn nothing_is_made_in_advance_before_the_pool_is_warmed_up() {
        let pool = Arc::new(KeyPool::default());
        assert!(pool.take().await.is_ok());
        assert!(pool.spare().is_empty() && !pool.filling.load(Ordering::Acquire));
    }
}
