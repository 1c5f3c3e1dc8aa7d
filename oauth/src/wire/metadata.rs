//! The discovery document.

use serde::{Deserialize, Serialize};

/// Authorization server metadata
/// ([RFC 8414 §2](https://www.rfc-editor.org/rfc/rfc8414#section-2),
/// [OpenID Connect Discovery 1.0 §3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)).
///
/// Only the members that matter to a client without a user are named; others are kept in
/// [`ProviderMetadata::other`] so that nothing a server said is lost. An absent list means the
/// default of the standard, never "nothing supported".
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProviderMetadata {
    /// The issuer identifier, to be compared byte for byte with the one that was asked.
    pub issuer: String,
    /// Where tokens are requested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_endpoint: Option<String>,
    /// Where the keys are that verify the server's signatures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jwks_uri: Option<String>,
    /// Where tokens are introspected ([RFC 7662](https://www.rfc-editor.org/rfc/rfc7662)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introspection_endpoint: Option<String>,
    /// Where tokens are revoked ([RFC 7009](https://www.rfc-editor.org/rfc/rfc7009)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revocation_endpoint: Option<String>,
    /// Scopes the server is willing to name; never complete for `PingOne`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes_supported: Option<Vec<String>>,
    /// Grant types; the default is `authorization_code` and `implicit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant_types_supported: Option<Vec<String>>,
    /// Client authentication methods of the token endpoint; the default is `client_secret_basic`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
    /// Algorithms for client assertions; required where an assertion method is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_endpoint_auth_signing_alg_values_supported: Option<Vec<String>>,
    /// Every other member, as it came.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}
