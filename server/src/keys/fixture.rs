//! The private keys of the sandbox's clients, parsed once.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use moka::sync::Cache;
use sandbox::FixtureSecret;

use super::{KeyFault, PrivateKey};

/// Most parsed keys.
const MAX_KEYS: u64 = 512;

/// Parsed fixture keys, found by the hash of their text. Keys a person entered are never kept here.
pub(crate) struct FixtureKeys(Cache<Vec<u8>, Arc<PrivateKey>>);

impl Default for FixtureKeys {
    fn default() -> Self {
        Self(Cache::new(MAX_KEYS))
    }
}

impl FixtureKeys {
    /// The parsed key.
    pub(crate) fn get(&self, pem: &FixtureSecret) -> Result<Arc<PrivateKey>, KeyFault> {
        let hash = digest(&SHA256, pem.as_str().as_bytes()).as_ref().to_vec();
        if let Some(key) = self.0.get(&hash) {
            return Ok(key);
        }
        let key = Arc::new(PrivateKey::read(&pem.as_str().to_owned().into())?);
        self.0.insert(hash, Arc::clone(&key));
        Ok(key)
    }
}
