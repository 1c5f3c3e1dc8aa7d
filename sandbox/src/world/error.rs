//! What can go wrong with an environment.

/// Why the sandbox could not answer its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SandboxError {
    /// There is no such environment: never made, or the least recently used one when room was needed.
    #[error("no such sandbox environment")]
    UnknownEnvironment,
    /// The environment has no client with this id.
    #[error("no such client in this sandbox environment")]
    UnknownClient,
    /// The clock would end up more than [`MAX_OFFSET`](crate::MAX_OFFSET) seconds from the wall clock.
    #[error("the clock would be more than ten years off")]
    ClockTooFar,
    /// The operating system or the cryptographic library refused to make random bytes or a key.
    #[error("key material could not be made")]
    KeyMaterial,
}
