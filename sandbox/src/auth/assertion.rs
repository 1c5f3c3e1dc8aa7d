//! Taking a client assertion apart, before anything in it is believed.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use oauth::wire::{AuthMethod, KeyKind, SigningAlg};
use serde::Deserialize;
use serde_json::Value;

use super::{AssertionFault, claims::Claims};

/// Longest `kid` that is looked up.
const MAX_KID: usize = 256;

/// Types an assertion may state: none, the generic one, or its own
/// ([RFC 10070](https://www.rfc-editor.org/rfc/rfc10070)). Another kind of JWT must not pass for one
/// ([RFC 8725 §3.11](https://www.rfc-editor.org/rfc/rfc8725#section-3.11)).
const TYPES: [&str; 2] = ["jwt", "client-authentication+jwt"];

/// A well-formed assertion. Nothing is verified yet.
pub(super) struct Assertion<'a> {
    pub(super) alg: SigningAlg,
    pub(super) kid: Option<String>,
    pub(super) claims: Claims,
    /// What is signed: header and claims as they came.
    pub(super) signed: &'a str,
    /// The signature, base64url.
    pub(super) signature: &'a str,
}

/// The JOSE header. `jku`, `jwk`, `x5u` and `x5c` are not even read: trust comes from the application's
/// configuration only.
#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
    b64: Option<Value>,
}

impl<'a> Assertion<'a> {
    /// Reads the compact form strictly: three parts, canonical base64url, JSON objects without doubled
    /// members ([RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)).
    pub(super) fn parse(jwt: &'a str) -> Result<Self, AssertionFault> {
        let (signed, signature) = jwt.rsplit_once('.').ok_or(AssertionFault::NotCompact)?;
        let (header, claims) = signed.split_once('.').ok_or(AssertionFault::NotCompact)?;
        if claims.contains('.') {
            return Err(AssertionFault::NotCompact);
        }
        let header: Header = json(&decode(header)?).ok_or(AssertionFault::Header)?;
        let claims: Claims = json(&decode(claims)?).ok_or(AssertionFault::Claims)?;
        let alg = header.check()?;
        decode(signature)?;
        Ok(Self { alg, kid: header.kid, claims, signed, signature })
    }

    /// The authentication method this is: an HMAC is made with the secret, a signature with a private key.
    pub(super) const fn method(&self) -> AuthMethod {
        match self.alg.key_kind() {
            KeyKind::Symmetric => AuthMethod::ClientSecretJwt,
            _ => AuthMethod::PrivateKeyJwt,
        }
    }
}

impl Header {
    fn check(&self) -> Result<SigningAlg, AssertionFault> {
        if self.alg.eq_ignore_ascii_case("none") {
            return Err(AssertionFault::Unsigned);
        }
        if self.crit.is_some() || self.b64.is_some() {
            return Err(AssertionFault::Critical);
        }
        if self.typ.as_ref().is_some_and(|typ| !TYPES.contains(&typ.to_ascii_lowercase().as_str())) {
            return Err(AssertionFault::Typ);
        }
        if self.kid.as_ref().is_some_and(|kid| kid.len() > MAX_KID) {
            return Err(AssertionFault::NoKey);
        }
        self.alg.parse().map_err(|_| AssertionFault::Algorithm)
    }
}

fn decode(part: &str) -> Result<Vec<u8>, AssertionFault> {
    BASE64URL.decode(part).map_err(|_| AssertionFault::Base64)
}

fn json<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}
