//! Spare RSA keys. One takes some 40 ms of CPU to make, so a few are kept ready.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use aws_lc_rs::{rsa::KeySize, signature::RsaKeyPair};

use crate::SandboxError;

/// Enough for the keys of one environment and the start of the next.
const SPARE_KEYS: usize = 8;

/// A small store of RSA-2048 keys that fills itself in the background, from the first use on.
#[derive(Default)]
pub(crate) struct KeyPool {
    spare: Mutex<Vec<RsaKeyPair>>,
    filling: AtomicBool,
}

impl KeyPool {
    /// A key nobody else has: a spare one, or else a new one.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<RsaKeyPair, SandboxError> {
        let spare = self.spare().pop();
        self.refill();
        match spare {
            Some(key) => Ok(key),
            None => generate().await,
        }
    }

    /// Starts to refill, one key at a time, unless that is under way. Needs a Tokio runtime.
    pub(crate) fn refill(self: &Arc<Self>) {
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
