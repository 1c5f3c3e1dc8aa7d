//! One JSON Web Key and whether it may verify anything
//! ([RFC 7517 §4](https://www.rfc-editor.org/rfc/rfc7517#section-4)).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{MAX_KID, PublicKey, rsa_modulus};
use crate::{
    json::Object,
    redact::said,
    wire::{KeyKind, SigningAlg},
};

/// A key that may verify signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationKey {
    /// Its name, compared byte for byte.
    pub kid: Option<String>,
    /// The only algorithm it is meant for, where it says so.
    pub alg: Option<SigningAlg>,
    /// The key.
    pub key: PublicKey,
}

/// Why a key of a set is left out. A left-out key is as good as absent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// Not a JSON object, or a member occurs twice, or has a type it must not have.
    #[error("{0} cannot be read")]
    Unreadable(String),
    /// `oct`: whoever can verify with it can sign with it too, so it has no place in a public set.
    #[error("it is a symmetric key, which a public key set must not contain")]
    Symmetric,
    /// A private member: the key is compromised.
    #[error("it contains the private member {0}, so it is no secret any more")]
    Private(&'static str),
    /// `use` or `key_ops` reserve it for something else.
    #[error("it is not meant for signatures")]
    OtherUse,
    /// A key type or curve that is not supported here.
    #[error("{0} is not supported")]
    Unsupported(String),
    /// `alg` and the key do not fit.
    #[error("its alg {0} does not fit the key")]
    Algorithm(String),
    /// An RSA modulus under 2048 or over 8192 bits.
    #[error("its RSA modulus has {0} bits, not 2048 to 8192")]
    RsaSize(usize),
    /// An RSA exponent other than 65537.
    #[error("its RSA exponent is not 65537")]
    RsaExponent,
    /// An RSA modulus that can be factored.
    #[error("its RSA modulus is weak")]
    RsaWeak,
}

/// Members that only a private key has (RFC 7518 §6.2.2 and §6.3.2, RFC 8037 §2).
const PRIVATE: [&str; 7] = ["d", "p", "q", "dp", "dq", "qi", "oth"];

impl VerificationKey {
    /// Reads a key and applies the policy.
    pub(super) fn read(jwk: &Object) -> Result<Self, KeyFault> {
        if let Some(name) = jwk.duplicate() {
            return Err(KeyFault::Unreadable(said(name)));
        }
        let kty = text(jwk, "kty")?.unwrap_or_default();
        if kty == "oct" {
            return Err(KeyFault::Symmetric);
        }
        if let Some(name) = PRIVATE.into_iter().find(|name| jwk.get(name).is_some()) {
            return Err(KeyFault::Private(name));
        }
        check_use(jwk)?;
        let key = match kty.as_str() {
            "RSA" => rsa(jwk)?,
            "EC" => elliptic(jwk)?,
            "OKP" => edwards(jwk)?,
            _ => return Err(KeyFault::Unsupported(format!("kty {}", said(&kty)))),
        };
        let kid = text(jwk, "kid")?;
        if kid.as_ref().is_some_and(|kid| kid.len() > MAX_KID) {
            return Err(KeyFault::Unreadable("kid".into()));
        }
        Ok(Self { kid, alg: algorithm(jwk, key.kind())?, key })
    }

    /// Whether the key may be used with an algorithm.
    pub fn fits(&self, alg: SigningAlg) -> bool {
        alg.key_kind() == self.key.kind() && self.alg.is_none_or(|only| only == alg)
    }
}

fn check_use(jwk: &Object) -> Result<(), KeyFault> {
    if text(jwk, "use")?.is_some_and(|purpose| purpose != "sig") {
        return Err(KeyFault::OtherUse);
    }
    let Some(operations) = jwk.get("key_ops") else { return Ok(()) };
    let operations: Vec<String> =
        serde_json::from_str(operations).map_err(|_| KeyFault::Unreadable("key_ops".into()))?;
    if operations.iter().any(|operation| operation == "verify") { Ok(()) } else { Err(KeyFault::OtherUse) }
}

fn algorithm(jwk: &Object, kind: KeyKind) -> Result<Option<SigningAlg>, KeyFault> {
    let Some(name) = text(jwk, "alg")? else { return Ok(None) };
    match name.parse::<SigningAlg>() {
        Ok(alg) if alg.key_kind() == kind => Ok(Some(alg)),
        _ => Err(KeyFault::Algorithm(said(&name))),
    }
}

fn rsa(jwk: &Object) -> Result<PublicKey, KeyFault> {
    let without_zeros =
        |bytes: Vec<u8>| -> Vec<u8> { bytes.into_iter().skip_while(|byte| *byte == 0).collect() };
    let n = without_zeros(bytes(jwk, "n")?);
    let e = without_zeros(bytes(jwk, "e")?);
    let bits = n.first().map_or(0, |first| n.len() * 8 - first.leading_zeros() as usize);
    if !(2048..=8192).contains(&bits) {
        Err(KeyFault::RsaSize(bits))
    } else if e != [1, 0, 1] {
        Err(KeyFault::RsaExponent)
    } else if rsa_modulus::has_small_factor(&n) || rsa_modulus::has_roca_mark(&n) {
        Err(KeyFault::RsaWeak)
    } else {
        Ok(PublicKey::Rsa { n, e })
    }
}

fn elliptic(jwk: &Object) -> Result<PublicKey, KeyFault> {
    match text(jwk, "crv")?.unwrap_or_default().as_str() {
        "P-256" => Ok(PublicKey::P256 { x: sized(jwk, "x")?, y: sized(jwk, "y")? }),
        "P-384" => Ok(PublicKey::P384 { x: sized(jwk, "x")?, y: sized(jwk, "y")? }),
        other => Err(KeyFault::Unsupported(format!("crv {}", said(other)))),
    }
}

fn edwards(jwk: &Object) -> Result<PublicKey, KeyFault> {
    match text(jwk, "crv")?.unwrap_or_default().as_str() {
        "Ed25519" => Ok(PublicKey::Ed25519 { x: sized(jwk, "x")? }),
        other => Err(KeyFault::Unsupported(format!("crv {}", said(other)))),
    }
}

/// A member that is a string or absent.
fn text(jwk: &Object, name: &'static str) -> Result<Option<String>, KeyFault> {
    match (jwk.get(name), jwk.text(name)) {
        (Some(_), None) => Err(KeyFault::Unreadable(name.into())),
        (_, text) => Ok(text),
    }
}

fn bytes(jwk: &Object, name: &'static str) -> Result<Vec<u8>, KeyFault> {
    let text = text(jwk, name)?.unwrap_or_default();
    URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyFault::Unreadable(name.into()))
}

/// Coordinates have the size of the field, zeros included (RFC 7518 §6.2.1.2).
fn sized<const SIZE: usize>(jwk: &Object, name: &'static str) -> Result<[u8; SIZE], KeyFault> {
    bytes(jwk, name)?.try_into().map_err(|_| KeyFault::Unreadable(name.into()))
}
