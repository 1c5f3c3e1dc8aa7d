//! Verification of a token.

use serde::{Deserialize, Serialize};

use super::Entered;

/// The body of `POST /api/tokens/verify`: one of `token` and `token_id`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VerifyRequest {
    /// A pasted token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<Entered>,
    /// A token of this session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_id: Option<String>,
    /// The issuer that must have signed it; for a token of this session the one that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The audience it must be for; not checked unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
}

/// The answer: `verified` only if every check that ran has passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verification {
    /// The verdict.
    pub verified: bool,
    /// The checks in order.
    pub checks: Vec<oauth::jose::Check>,
}
