//! Metadata of an authorization server.

use oauth::wire::ProviderMetadata;
use serde::{Deserialize, Serialize};

use super::{FieldFault, Target, target::TargetFields};

/// The query of `GET /api/discovery`: the target fields of a token exchange.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TargetQuery {
    /// Target: the simulated provider.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sandbox: bool,
    /// Target: an environment of `PingOne`, or of the sandbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment_id: Option<String>,
    /// `PingOne` region code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Target: any issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What a person confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm_target: Option<String>,
}

impl TargetQuery {
    /// The one target that is named.
    ///
    /// # Errors
    ///
    /// All faults at once.
    pub fn parse(&self) -> Result<Target, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let fields = TargetFields {
            sandbox: self.sandbox,
            environment_id: self.environment_id.as_deref(),
            region: self.region.as_deref(),
            issuer: self.issuer.as_deref(),
            token_endpoint: None,
        };
        match fields.parse(&mut faults) {
            Some(target) if faults.is_empty() => Ok(target),
            _ => Err(faults),
        }
    }
}

/// The answer of `GET /api/discovery`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Discovery {
    /// Whether the document's issuer equals the one asked, byte for byte
    /// ([RFC 8414 §3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).
    pub issuer_verified: bool,
    /// The URL that answered.
    pub found_at: String,
    /// The document.
    pub metadata: ProviderMetadata,
    /// What a client-credentials client would want to find there and does not.
    pub missing: Vec<String>,
}
