//! The discovery document: parsed first, verified into another type second.
//!
//! Anybody can serve a document that names somebody else's endpoints. Only the `issuer` member ties
//! it to the server that was asked, so no endpoint can be taken from a document whose issuer has not
//! been compared ([RFC 8414 §3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.3)).

use super::{Endpoint, Gap, Issuer, gap};
use crate::{json::problem, redact::truncate, wire::ProviderMetadata};

/// A discovery document as it was received. Nothing in it may be relied on.
#[derive(Debug, Clone, PartialEq)]
pub struct UnverifiedMetadata(ProviderMetadata);

/// The body is not a discovery document. The body is kept, because it is the evidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The discovery document cannot be read at {path}: {problem}.")]
pub struct UnreadableMetadata {
    /// The member at fault, `.` for the document as a whole.
    pub path: String,
    /// What is wrong with it.
    pub problem: String,
    /// The body as text, cut at [`UnreadableMetadata::KEPT_BYTES`].
    pub raw: String,
}

/// The document may not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetadataFault {
    /// It speaks for another issuer, and be it by a trailing slash.
    #[error(
        "The document is issued by {claimed}, but {asked} was asked. They must be equal, character by character (RFC 8414 §3.3)."
    )]
    IssuerMismatch {
        /// The issuer whose document was fetched.
        asked: String,
        /// The issuer the document names, cut at the length of a URL.
        claimed: String,
    },
}

impl UnreadableMetadata {
    /// How much of an unreadable body is kept.
    pub const KEPT_BYTES: usize = 4096;

    fn new(path: &str, problem: String, body: &[u8]) -> Self {
        let text = String::from_utf8_lossy(body);
        let path = truncate(path, 200).to_owned();
        Self { path, problem, raw: truncate(&text, Self::KEPT_BYTES).to_owned() }
    }
}

impl UnverifiedMetadata {
    /// Largest accepted document in bytes.
    pub const MAX_BYTES: usize = 256 * 1024;

    /// Reads a document.
    pub fn parse(body: &[u8]) -> Result<Self, UnreadableMetadata> {
        if body.len() > Self::MAX_BYTES {
            let problem = format!("more than {} bytes", Self::MAX_BYTES);
            return Err(UnreadableMetadata::new(".", problem, body));
        }
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let parsed = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
            UnreadableMetadata::new(&error.path().to_string(), problem(error.inner()), body)
        })?;
        deserializer.end().map_err(|error| UnreadableMetadata::new(".", problem(&error), body))?;
        Ok(Self(parsed))
    }

    /// The document, to be shown.
    pub const fn document(&self) -> &ProviderMetadata {
        &self.0
    }

    /// Compares the issuer byte for byte and parses the endpoints.
    ///
    /// An endpoint that cannot be used does not spoil the others: it is left out and told by
    /// [`VerifiedMetadata::missing`].
    pub fn verify(self, asked: &Issuer) -> Result<VerifiedMetadata, MetadataFault> {
        let document = self.0;
        if document.issuer != asked.as_str() {
            return Err(MetadataFault::IssuerMismatch {
                asked: asked.to_string(),
                claimed: truncate(&document.issuer, Endpoint::MAX_BYTES).to_owned(),
            });
        }
        let endpoint = |url: &Option<String>| url.as_deref().and_then(|url| usable(asked, url).ok());
        Ok(VerifiedMetadata {
            issuer: asked.clone(),
            token_endpoint: endpoint(&document.token_endpoint),
            jwks_uri: endpoint(&document.jwks_uri),
            introspection_endpoint: endpoint(&document.introspection_endpoint),
            revocation_endpoint: endpoint(&document.revocation_endpoint),
            document,
        })
    }
}

/// Parses an endpoint of `issuer`; a server that is asked over TLS may not send us out of it.
pub(super) fn usable(issuer: &Issuer, url: &str) -> Result<Endpoint, String> {
    let endpoint: Endpoint = url.parse().map_err(|fault: super::InvalidEndpoint| fault.to_string())?;
    if issuer.endpoint().url().scheme() == "https" && endpoint.url().scheme() != "https" {
        return Err("It leaves https although the issuer uses it.".to_owned());
    }
    Ok(endpoint)
}

/// A discovery document that speaks for the issuer that was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct VerifiedMetadata {
    issuer: Issuer,
    token_endpoint: Option<Endpoint>,
    jwks_uri: Option<Endpoint>,
    introspection_endpoint: Option<Endpoint>,
    revocation_endpoint: Option<Endpoint>,
    document: ProviderMetadata,
}

impl VerifiedMetadata {
    /// The issuer, equal to the one that was asked.
    pub const fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Where tokens are requested.
    pub const fn token_endpoint(&self) -> Option<&Endpoint> {
        self.token_endpoint.as_ref()
    }

    /// Where the keys are.
    pub const fn jwks_uri(&self) -> Option<&Endpoint> {
        self.jwks_uri.as_ref()
    }

    /// Where tokens are introspected.
    pub const fn introspection_endpoint(&self) -> Option<&Endpoint> {
        self.introspection_endpoint.as_ref()
    }

    /// Where tokens are revoked.
    pub const fn revocation_endpoint(&self) -> Option<&Endpoint> {
        self.revocation_endpoint.as_ref()
    }

    /// The whole document, to be shown.
    pub const fn document(&self) -> &ProviderMetadata {
        &self.document
    }

    /// What a client without a user would want to find and does not.
    pub fn missing(&self) -> Vec<Gap> {
        gap::find(&self.issuer, &self.document)
    }
}

#[cfg(test)]
#[path = "metadata_tests.rs"]
mod tests;
