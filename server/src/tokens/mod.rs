//! The tokens of a session.

/// The tokens of one session.
#[derive(Debug, Default)]
pub struct SessionTokens;
