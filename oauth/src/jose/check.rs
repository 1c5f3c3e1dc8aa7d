//! The verdict on a token, check by check.

use serde::{Deserialize, Serialize};

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckCode {
    /// The signature, with a key of the issuer.
    Signature,
    /// The algorithm is on the allow-list and fits the key.
    Algorithm,
    /// `iss` equals the issuer that was asked, byte for byte.
    Issuer,
    /// `aud` contains the expected audience.
    Audience,
    /// `exp` lies ahead.
    Expiry,
    /// `nbf` and `iat` do not lie ahead.
    NotBefore,
    /// `typ` is one an access token may have.
    Type,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckStatus {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// It could not be made, or nobody asked for it.
    Skipped,
}

/// One check and its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What was checked.
    pub code: CheckCode,
    /// How it ended.
    pub status: CheckStatus,
    /// Why, in one sentence.
    pub detail: String,
}
