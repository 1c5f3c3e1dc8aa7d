//! Tokens as pages see them: masked, decoded, never whole.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a token stands against the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenState {
    /// Good for a while.
    Active,
    /// In the last fifth of its life.
    Expiring,
    /// Not valid any more.
    Expired,
}

/// A token of this session, without the token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TokenView {
    /// Identifies the token in this session.
    pub id: String,
    /// The call that brought it.
    pub exchange_id: String,
    /// The three parts of a JWT with their middles masked, or one part for an opaque token.
    pub masked: Vec<MaskedPart>,
    /// First eight hexadecimal digits of the token's SHA-256.
    pub fingerprint: String,
    /// The JOSE header, member by member; empty for an opaque token.
    pub header: Vec<Claim>,
    /// The claims, member by member; empty for an opaque token.
    pub payload: Vec<Claim>,
    /// `token_type` as the server wrote it.
    pub token_type: String,
    /// The client that asked.
    pub client_id: String,
    /// The issuer that was asked, where it is known.
    pub issuer: Option<String>,
    /// Scope tokens that were asked for.
    pub requested_scope: Vec<String>,
    /// Scope tokens that were granted; a response without `scope` grants what was asked.
    pub granted_scope: Vec<String>,
    /// When it was received, milliseconds since 1970.
    pub received_at_ms: i64,
    /// Lifetime in seconds, where the server told one.
    pub expires_in: Option<u64>,
    /// State at [`TokenView::now_ms`].
    pub state: TokenState,
    /// The server's clock when this view was made, milliseconds since 1970; pages count from here,
    /// so a wrong clock in the browser does not matter.
    pub now_ms: i64,
    /// Tokens that came along although this grant does not provide for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beyond_spec: Vec<String>,
}

/// A part of a token that may be shown: both ends, and how much is left out between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskedPart {
    /// The first characters.
    pub head: String,
    /// Number of characters left out.
    pub hidden: usize,
    /// The last characters.
    pub tail: String,
}

/// A member of a decoded header or payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name, exactly as in the token.
    pub name: String,
    /// Its value as JSON text, exactly as in the token.
    pub value: String,
}

/// The answer of `POST /api/tokens/{id}/reveal`: the only answer with a whole token in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevealedTokens {
    /// The access token.
    pub access_token: String,
    /// An ID token, where one came along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_token: Option<String>,
    /// A refresh token, where one came along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

impl fmt::Debug for RevealedTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RevealedTokens(…)")
    }
}
