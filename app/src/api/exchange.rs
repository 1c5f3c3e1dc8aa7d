//! The token exchange: its body as given, and its answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Entered;

/// A parameter that may be given once or several times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One value.
    One(String),
    /// Several, in order.
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(vec![])
    }
}

impl OneOrMany {
    /// The values in order.
    pub fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }

    /// Whether the parameter is absent.
    pub fn is_empty(&self) -> bool {
        self.values().is_empty()
    }
}

/// The body of `POST /api/token-exchange` as it was given. Nothing in it is trusted before
/// [`TokenExchange::parse`] has looked at all of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TokenExchange {
    /// Target: the simulated provider.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sandbox: bool,
    /// Target: an environment of `PingOne`, or of the sandbox with [`TokenExchange::sandbox`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment_id: Option<String>,
    /// `PingOne` region code; `NA` unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Target: any issuer that publishes metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Target: any token endpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_endpoint: Option<String>,
    /// `scheme://host:port` of a target outside the allow-list, confirmed by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm_target: Option<String>,
    /// `client_credentials` unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant_type: Option<String>,
    /// Who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// `client_secret_basic` unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_auth_method: Option<String>,
    /// The client secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<Entered>,
    /// The private key, PEM or JWK.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_key: Option<Entered>,
    /// `kid` of the private key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// Algorithm of the assertion; by default `HS256`, or what fits the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_alg: Option<String>,
    /// `issuer` (default) or `token_endpoint`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion_audience: Option<String>,
    /// `JWT` (default for `PingOne` and the sandbox) or `client-authentication+jwt`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion_typ: Option<String>,
    /// Seconds, 1 to 300; 60 unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assertion_lifetime: Option<u32>,
    /// Blank-separated scope tokens; empty means absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// `audience`, once or several times.
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub audience: OneOrMany,
    /// `resource`, once or several times.
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub resource: OneOrMany,
    /// Further form fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, OneOrMany>,
}

/// The provider's answer to a token request, whatever its status.
///
/// To a script the body is the provider's, byte for byte; to a browser its tokens are masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderAnswer {
    /// The provider's status.
    pub status: u16,
    /// The provider's body.
    pub body: AnswerBody,
    /// The call in the log.
    pub exchange_id: String,
    /// The token that was kept, where one was issued.
    pub token_id: Option<String>,
}

/// A body that may hold a token: it is never printed.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct AnswerBody(pub Vec<u8>);

impl std::fmt::Debug for AnswerBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AnswerBody({} bytes)", self.0.len())
    }
}
