//! Public keys: as JWK for people, as verification keys for us.

use aws_lc_rs::rsa::PublicKey as RsaPublicKey;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use jsonwebtoken::DecodingKey;
use oauth::wire::{KeyKind, SigningAlg};
use serde::Serialize;

use crate::SandboxError;

/// A set of public keys ([RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517#section-5)).
#[derive(Debug, Clone, Serialize)]
pub(crate) struct JwkSet {
    pub(crate) keys: Vec<Jwk>,
}

/// A public key for signatures ([RFC 7517 §4](https://www.rfc-editor.org/rfc/rfc7517#section-4)).
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Jwk {
    #[serde(flatten)]
    parameters: Parameters,
    #[serde(rename = "use")]
    usage: &'static str,
    kid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    alg: Option<SigningAlg>,
}

/// Members per key type ([RFC 7518 §6](https://www.rfc-editor.org/rfc/rfc7518#section-6)), base64url.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kty")]
enum Parameters {
    #[serde(rename = "RSA")]
    Rsa { e: String, n: String },
    #[serde(rename = "EC")]
    Ec { crv: &'static str, x: String, y: String },
}

impl Jwk {
    pub(crate) fn rsa(kid: &str, alg: Option<SigningAlg>, key: &RsaPublicKey) -> Self {
        let n = BASE64URL.encode(key.modulus().big_endian_without_leading_zero());
        let e = BASE64URL.encode(key.exponent().big_endian_without_leading_zero());
        Self { parameters: Parameters::Rsa { e, n }, usage: "sig", kid: kid.to_owned(), alg }
    }
}

/// A key a client assertion may be verified with. It knows its kind, so that an algorithm of another kind
/// never meets it.
pub(crate) struct PublicKey {
    pub(crate) kid: String,
    pub(crate) kind: KeyKind,
    pub(crate) jwk: Jwk,
    pub(crate) decoding: DecodingKey,
}

impl PublicKey {
    pub(crate) fn rsa(kid: String, key: &RsaPublicKey) -> Self {
        let (n, e) = (key.modulus(), key.exponent());
        Self {
            kind: KeyKind::Rsa,
            jwk: Jwk::rsa(&kid, Some(SigningAlg::RS256), key),
            decoding: DecodingKey::from_rsa_raw_components(
                n.big_endian_without_leading_zero(),
                e.big_endian_without_leading_zero(),
            ),
            kid,
        }
    }

    /// `point` is the uncompressed form of SEC 1 §2.3.3: 04, then x and y of 32 bytes each.
    pub(crate) fn p256(kid: String, point: &[u8]) -> Result<Self, SandboxError> {
        let [0x04, coordinates @ ..] = point else { return Err(SandboxError::KeyMaterial) };
        let (x, y) = coordinates.split_at_checked(32).ok_or(SandboxError::KeyMaterial)?;
        let (x, y) = (BASE64URL.encode(x), BASE64URL.encode(y));
        let decoding = DecodingKey::from_ec_components(&x, &y).map_err(|_| SandboxError::KeyMaterial)?;
        let parameters = Parameters::Ec { crv: "P-256", x, y };
        let jwk = Jwk { parameters, usage: "sig", kid: kid.clone(), alg: Some(SigningAlg::ES256) };
        Ok(Self { kid, kind: KeyKind::P256, jwk, decoding })
    }
}
