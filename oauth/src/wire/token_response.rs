//! The two bodies of a token endpoint, as a server writes them.
//!
//! Reading what a server wrote, with room for surprises, is `response::token`'s work.

use std::fmt;

use serde::Serialize;

use super::ErrorCode;

/// A successful token response
/// ([RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)).
#[derive(Clone, Serialize)]
pub struct TokenResponse {
    /// The token itself. It is a secret: this type has no derived `Debug`.
    pub access_token: String,
    /// `Bearer` for every token issued here.
    pub token_type: &'static str,
    /// Lifetime in seconds.
    pub expires_in: u64,
    /// Granted scope; present when it differs from what was asked, or always, as the server likes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}

impl fmt::Debug for TokenResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenResponse").field("expires_in", &self.expires_in).finish_non_exhaustive()
    }
}

/// A refusal ([RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
#[derive(Debug, Clone, Serialize)]
pub struct ErrorResponse {
    /// The code.
    pub error: ErrorCode,
    /// Words for the developer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}
