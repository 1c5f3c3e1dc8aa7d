//! Issuer identifiers.

use std::{fmt, str::FromStr};

use super::{Endpoint, InvalidEndpoint};
use crate::wire::{OAUTH_WELL_KNOWN, OPENID_WELL_KNOWN};

/// An issuer identifier: a URL without query and fragment, compared byte for byte
/// ([RFC 8414 §2](https://www.rfc-editor.org/rfc/rfc8414#section-2)).
///
/// The standard demands `https`; plain `http` is let through here so that a server on this machine
/// can be tried, and refused elsewhere by whoever sends.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Issuer(Endpoint);

/// Why a string is not an issuer identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidIssuer {
    /// Not an acceptable URL.
    #[error(transparent)]
    Url(#[from] InvalidEndpoint),
    /// A `?` part.
    #[error("Remove the query: an issuer identifier has none (RFC 8414 §2).")]
    Query,
}

impl Issuer {
    /// The identifier exactly as it was given.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The identifier as a URL.
    pub const fn endpoint(&self) -> &Endpoint {
        &self.0
    }

    /// Where metadata may be, most common place first: appended to the issuer (`OpenID` Connect
    /// Discovery 1.0 §4), then inserted between host and path (RFC 8414 §3).
    pub fn well_known(&self) -> [String; 2] {
        let origin = self.0.origin();
        let path = self.0.url().path().trim_end_matches('/');
        [format!("{origin}{path}{OPENID_WELL_KNOWN}"), format!("{origin}{OAUTH_WELL_KNOWN}{path}")]
    }
}

impl FromStr for Issuer {
    type Err = InvalidIssuer;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let endpoint: Endpoint = text.parse()?;
        if endpoint.url().query().is_some() { Err(InvalidIssuer::Query) } else { Ok(Self(endpoint)) }
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    #[test]
    fn both_well_known_places_are_tried() {
        let issuer: Issuer = "https://example.com/tenant/as".parse().unwrap();
        assert_eq!(
            issuer.well_known(),
            [
                "https://example.com/tenant/as/.well-known/openid-configuration",
                "https://example.com/.well-known/oauth-authorization-server/tenant/as",
            ]
        );
    }

    #[test]
    fn a_trailing_slash_belongs_to_the_issuer_but_not_to_the_place() {
        let issuer: Issuer = "https://example.com/".parse().unwrap();
        assert_eq!(issuer.as_str(), "https://example.com/");
        assert_eq!(issuer.well_known()[0], "https://example.com/.well-known/openid-configuration");
    }

    #[test]
    fn a_query_is_refused() {
        assert_eq!("https://example.com?x".parse::<Issuer>(), Err(InvalidIssuer::Query));
    }
}
