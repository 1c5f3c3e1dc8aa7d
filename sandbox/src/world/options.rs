//! What a sandbox is made of.

use std::sync::Arc;

use crate::{Clock, PublicUrl, SystemClock};

/// The outside world of a sandbox.
#[derive(Clone)]
pub struct SandboxOptions {
    /// Base of issuers and links, prefix included.
    pub public_url: PublicUrl,
    /// The wall clock.
    pub clock: Arc<dyn Clock>,
    /// Bounds.
    pub limits: Limits,
}

impl Default for SandboxOptions {
    fn default() -> Self {
        Self { public_url: PublicUrl::default(), clock: Arc::new(SystemClock), limits: Limits::default() }
    }
}

/// Bounds of a sandbox.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Environments held; beyond it the least recently used one goes.
    pub environments: usize,
    /// Largest request body in bytes.
    pub body_bytes: usize,
    /// Assertion ids remembered per environment for strict `jti`; beyond it the oldest is forgotten.
    pub remembered_jtis: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { environments: 2_000, body_bytes: 64 * 1024, remembered_jtis: 10_000 }
    }
}
