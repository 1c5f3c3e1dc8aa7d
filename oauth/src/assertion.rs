//! Client assertions: the JWT a client signs to authenticate.
//!
//! [RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3) as updated by
//! [RFC 10070](https://www.rfc-editor.org/rfc/rfc10070): the only audience is the issuer, and the
//! header says what kind of JWT this is. Older servers want the token endpoint and `JWT` instead, so
//! both are choices here. Signing happens behind [`AssertionSigner`], because keys and cryptography
//! live on the server.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::{
    client::{ClientId, SignedAssertion},
    wire::{SigningAlg, UnknownName},
};

/// Shortest lifetime of an assertion in seconds.
pub const MIN_LIFETIME: u32 = 1;
/// Longest lifetime of an assertion in seconds; a replayed assertion is worth this much time.
pub const MAX_LIFETIME: u32 = 300;
/// Lifetime in seconds unless something else is asked for.
pub const DEFAULT_LIFETIME: u32 = 60;

/// What the `aud` claim names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssertionAudience {
    /// The issuer identifier, the only safe choice (RFC 10070).
    #[default]
    Issuer,
    /// The token endpoint, for servers that predate RFC 10070.
    TokenEndpoint,
}

impl AssertionAudience {
    /// The name of the choice.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::TokenEndpoint => "token_endpoint",
        }
    }
}

impl std::str::FromStr for AssertionAudience {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Issuer, Self::TokenEndpoint]
            .into_iter()
            .find(|audience| audience.as_str() == name)
            .ok_or_else(|| UnknownName { given: name.to_owned(), allowed: "issuer, token_endpoint" })
    }
}

/// The `typ` header of an assertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum AssertionType {
    /// What `PingOne` and OA4MP expect.
    #[default]
    #[serde(rename = "JWT")]
    Jwt,
    /// Explicit typing (RFC 10070, [RFC 8725 §3.11](https://www.rfc-editor.org/rfc/rfc8725#section-3.11)).
    #[serde(rename = "client-authentication+jwt")]
    ClientAuthentication,
}

impl AssertionType {
    /// The header value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jwt => "JWT",
            Self::ClientAuthentication => "client-authentication+jwt",
        }
    }
}

impl std::str::FromStr for AssertionType {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Jwt, Self::ClientAuthentication]
            .into_iter()
            .find(|kind| kind.as_str() == name)
            .ok_or_else(|| UnknownName { given: name.to_owned(), allowed: "JWT, client-authentication+jwt" })
    }
}

/// The JOSE header of an assertion, in the order it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssertionHeader {
    /// The algorithm.
    pub alg: SigningAlg,
    /// Which of the client's registered keys signed; absent for HMAC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// What kind of JWT this is.
    pub typ: AssertionType,
}

/// The claims of an assertion, in the order they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssertionClaims {
    /// The client: who made the assertion.
    pub iss: String,
    /// The client again: whom it is about.
    pub sub: String,
    /// The one audience.
    pub aud: String,
    /// Issued at, seconds since 1970.
    pub iat: i64,
    /// Expires, seconds since 1970.
    pub exp: i64,
    /// A random id, new for every request, so that a server can refuse replays.
    pub jti: String,
}

/// An assertion that only lacks its signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assertion {
    /// The JOSE header.
    pub header: AssertionHeader,
    /// The claims.
    pub claims: AssertionClaims,
}

/// Signs on behalf of a client. Implemented where keys are kept.
pub trait AssertionSigner {
    /// The raw JWS signature or MAC over `signing_input`
    /// ([RFC 7515 §5.1](https://www.rfc-editor.org/rfc/rfc7515#section-5.1)) with `alg`.
    ///
    /// # Errors
    ///
    /// [`SigningFailed`] when the key does not fit the algorithm.
    fn sign(&self, alg: SigningAlg, signing_input: &[u8]) -> Result<Vec<u8>, SigningFailed>;
}

/// The key could not sign; says why, without a word about the key itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SigningFailed(pub String);

impl Assertion {
    /// The claims a client makes about itself at `now` (seconds since 1970).
    ///
    /// `jti` comes from a random generator, 128 bits and more; `lifetime` is in seconds.
    pub fn new(
        header: AssertionHeader,
        client_id: &ClientId,
        audience: String,
        now: i64,
        lifetime: u32,
        jti: String,
    ) -> Self {
        let client = client_id.to_string();
        let exp = now + i64::from(lifetime.clamp(MIN_LIFETIME, MAX_LIFETIME));
        Self {
            header,
            claims: AssertionClaims { iss: client.clone(), sub: client, aud: audience, iat: now, exp, jti },
        }
    }

    /// `base64url(header).base64url(claims)`, what the signature covers.
    pub fn signing_input(&self) -> String {
        format!("{}.{}", segment(&self.header), segment(&self.claims))
    }

    /// The compact JWS.
    pub fn sign(&self, signer: &dyn AssertionSigner) -> Result<SignedAssertion, SigningFailed> {
        let input = self.signing_input();
        let signature = signer.sign(self.header.alg, input.as_bytes())?;
        Ok(SignedAssertion::new(format!("{input}.{}", URL_SAFE_NO_PAD.encode(signature))))
    }
}

/// A struct of strings and numbers always serialises, so there is nothing to report.
fn segment(value: &impl Serialize) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).unwrap_or_default())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn assertion(lifetime: u32) -> Assertion {
        let header =
            AssertionHeader { alg: SigningAlg::RS256, kid: Some("ops-1".into()), typ: AssertionType::Jwt };
        Assertion::new(
            header,
            &"client".parse().unwrap(),
            "https://as.example".into(),
            1_000,
            lifetime,
            "j1".into(),
        )
    }

    #[test]
    fn header_and_claims_are_written_in_a_fixed_order() {
        let parts: Vec<String> = assertion(60)
            .signing_input()
            .split('.')
            .map(|part| String::from_utf8(URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap())
            .collect();
        assert_eq!(parts[0], r#"{"alg":"RS256","kid":"ops-1","typ":"JWT"}"#);
        assert_eq!(
            parts[1],
            r#"{"iss":"client","sub":"client","aud":"https://as.example","iat":1000,"exp":1060,"jti":"j1"}"#
        );
    }

    #[test]
    fn no_assertion_lives_longer_than_five_minutes() {
        assert_eq!(assertion(86_400).claims.exp, 1_300);
        assert_eq!(assertion(0).claims.exp, 1_001);
    }
}
