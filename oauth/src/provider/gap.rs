//! What a discovery document leaves open for a client without a user.

use serde::{Deserialize, Serialize};

use super::{Issuer, metadata::usable};
use crate::wire::{GrantType, KeyKind, ProviderMetadata, SigningAlg};

/// One thing that is missing, unusable or contradicts something else.
///
/// A gap is told, never acted upon: an absent list means the standard's default, and many servers
/// can do more than their document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The member it is about.
    pub member: String,
    /// What kind of gap it is.
    pub kind: GapKind,
    /// What follows from it, in a sentence.
    pub detail: String,
    /// Where the rule is written.
    pub spec: String,
}

/// Kinds of gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapKind {
    /// The member is not there.
    Absent,
    /// It is there, and its value cannot be used.
    Unusable,
    /// It disagrees with another member or with the standard.
    Contradiction,
}

const METADATA: &str = "https://www.rfc-editor.org/rfc/rfc8414#section-2";

fn gap(member: &str, kind: GapKind, detail: impl Into<String>) -> Gap {
    Gap { member: member.to_owned(), kind, detail: detail.into(), spec: METADATA.to_owned() }
}

/// Everything worth telling about a document that has been verified.
pub(super) fn find(issuer: &Issuer, document: &ProviderMetadata) -> Vec<Gap> {
    let mut gaps = endpoints(issuer, document);
    gaps.extend(grant(document));
    gaps.extend(methods(document));
    gaps.extend(algorithms(document));
    if document.scopes_supported.is_none() {
        gaps.push(gap("scopes_supported", GapKind::Absent, "The server does not name its scopes."));
    }
    gaps
}

fn endpoints(issuer: &Issuer, document: &ProviderMetadata) -> Vec<Gap> {
    let wanted = [
        (
            "token_endpoint",
            &document.token_endpoint,
            "Without it no token can be requested; enter it by hand.",
        ),
        ("jwks_uri", &document.jwks_uri, "Without it no signature can be verified."),
        (
            "introspection_endpoint",
            &document.introspection_endpoint,
            "The server does not say where tokens are introspected.",
        ),
        (
            "revocation_endpoint",
            &document.revocation_endpoint,
            "The server does not say where tokens are revoked.",
        ),
    ];
    wanted
        .into_iter()
        .filter_map(|(member, url, consequence)| match url {
            None => Some(gap(member, GapKind::Absent, consequence)),
            Some(url) => usable(issuer, url).err().map(|why| gap(member, GapKind::Unusable, why)),
        })
        .collect()
}

fn grant(document: &ProviderMetadata) -> Option<Gap> {
    const MEMBER: &str = "grant_types_supported";
    let grant = GrantType::ClientCredentials.as_str();
    match &document.grant_types_supported {
        None => Some(gap(
            MEMBER,
            GapKind::Absent,
            "The default does not name client_credentials; the server may support it all the same.",
        )),
        Some(grants) if !grants.iter().any(|known| known == grant) => {
            Some(gap(MEMBER, GapKind::Contradiction, "The list does not name client_credentials."))
        }
        Some(_) => None,
    }
}

fn methods(document: &ProviderMetadata) -> Option<Gap> {
    const MEMBER: &str = "token_endpoint_auth_methods_supported";
    match &document.token_endpoint_auth_methods_supported {
        None => Some(gap(MEMBER, GapKind::Absent, "The default is client_secret_basic.")),
        Some(methods) if methods.is_empty() => {
            Some(gap(MEMBER, GapKind::Contradiction, "The list is empty, so no client could authenticate."))
        }
        Some(_) => None,
    }
}

fn algorithms(document: &ProviderMetadata) -> Vec<Gap> {
    const MEMBER: &str = "token_endpoint_auth_signing_alg_values_supported";
    let methods = document.token_endpoint_auth_methods_supported.as_deref().unwrap_or_default();
    let offers = |method: &str| methods.iter().any(|known| known == method);
    let Some(names) = &document.token_endpoint_auth_signing_alg_values_supported else {
        let required = offers("client_secret_jwt") || offers("private_key_jwt");
        let detail = "The list is required where a JWT method is offered.";
        return if required { vec![gap(MEMBER, GapKind::Absent, detail)] } else { vec![] };
    };
    let known = || names.iter().filter_map(|name| name.parse::<SigningAlg>().ok());
    let symmetric = known().any(|alg| alg.key_kind() == KeyKind::Symmetric);
    let asymmetric = known().any(|alg| alg.key_kind() != KeyKind::Symmetric);
    let contradictions = [
        (
            names.iter().any(|name| name == "none"),
            "The list must not name none: an unsigned assertion proves nothing.",
        ),
        (
            offers("client_secret_jwt") && !symmetric,
            "client_secret_jwt is offered without an HMAC algorithm.",
        ),
        (
            offers("private_key_jwt") && !asymmetric,
            "private_key_jwt is offered without a signature algorithm.",
        ),
    ];
    let contradictions = contradictions.into_iter().filter(|(found, _)| *found);
    contradictions.map(|(_, detail)| gap(MEMBER, GapKind::Contradiction, detail)).collect()
}
