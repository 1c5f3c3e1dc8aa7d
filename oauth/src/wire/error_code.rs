//! Error codes of the token endpoint, with what each one means.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `error` of a token endpoint's refusal
/// ([RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
///
/// Servers add codes of their own, so anything else is kept as [`ErrorCode::Unknown`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// A parameter is missing, repeated or malformed, or two authentication methods were used at once.
    InvalidRequest,
    /// The server could not authenticate the client: unknown client, no or wrong credentials, or a
    /// method the client is not registered for.
    InvalidClient,
    /// The grant itself (a code, an assertion, a refresh token) is invalid, expired or revoked.
    InvalidGrant,
    /// The client is known but may not use this grant type.
    UnauthorizedClient,
    /// The server does not support this grant type at all.
    UnsupportedGrantType,
    /// The scope is unknown, malformed or more than the client may have.
    InvalidScope,
    /// The resource is unknown or malformed ([RFC 8707 §2](https://www.rfc-editor.org/rfc/rfc8707#section-2)).
    InvalidTarget,
    /// The server refused for a reason of its own; `PingOne` says this to a worker without a role.
    AccessDenied,
    /// A code this list does not know, kept as it came.
    Unknown(String),
}

impl ErrorCode {
    /// The codes with a meaning of their own.
    pub const KNOWN: [Self; 8] = [
        Self::InvalidRequest,
        Self::InvalidClient,
        Self::InvalidGrant,
        Self::UnauthorizedClient,
        Self::UnsupportedGrantType,
        Self::InvalidScope,
        Self::InvalidTarget,
        Self::AccessDenied,
    ];

    /// The wire name.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::InvalidTarget => "invalid_target",
            Self::AccessDenied => "access_denied",
            Self::Unknown(code) => code,
        }
    }

    /// Where the code is defined.
    pub const fn spec(&self) -> &'static str {
        match self {
            Self::InvalidTarget => "https://www.rfc-editor.org/rfc/rfc8707#section-2",
            Self::AccessDenied => "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1",
            _ => "https://www.rfc-editor.org/rfc/rfc6749#section-5.2",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ErrorCode {
    type Err = Infallible;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = Self::KNOWN.into_iter().find(|known| known.as_str() == code);
        Ok(known.unwrap_or_else(|| Self::Unknown(code.to_owned())))
    }
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Ok(code) = String::deserialize(deserializer)?.parse();
        Ok(code)
    }
}
