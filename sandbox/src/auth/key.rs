//! Which key verifies an assertion, and whether it does.

use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use oauth::wire::SigningAlg;

use super::{AssertionFault, assertion::Assertion};
use crate::keys::PublicKey;

/// Verifies an HMAC keyed with one of the client's secrets. A secret shorter than the hash is refused
/// ([RFC 7518 §3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)): the library would take it.
pub(super) fn verify_hmac(assertion: &Assertion<'_>, secrets: &[&str]) -> Result<(), AssertionFault> {
    let needed = assertion.alg.min_secret_bytes().ok_or(AssertionFault::Algorithm)?;
    let mut long_enough = secrets.iter().filter(|secret| secret.len() >= needed).peekable();
    if long_enough.peek().is_none() {
        return Err(AssertionFault::ShortSecret);
    }
    let verified = |secret: &&str| verify(assertion, &DecodingKey::from_secret(secret.as_bytes()));
    if long_enough.any(verified) { Ok(()) } else { Err(AssertionFault::Signature) }
}

/// Verifies a signature with the one key the assertion means.
pub(super) fn verify_signature(
    assertion: &Assertion<'_>,
    keys: &[PublicKey],
    es_assertions: bool,
) -> Result<(), AssertionFault> {
    if !is_allowed(assertion.alg, es_assertions) {
        return Err(AssertionFault::Algorithm);
    }
    let key = choose(assertion.kid.as_deref(), keys)?;
    if key.kind != assertion.alg.key_kind() {
        return Err(AssertionFault::Algorithm);
    }
    if verify(assertion, &key.decoding) { Ok(()) } else { Err(AssertionFault::Signature) }
}

/// PingOne's algorithms for `private_key_jwt`.
const fn is_allowed(alg: SigningAlg, es_assertions: bool) -> bool {
    match alg {
        SigningAlg::RS256 | SigningAlg::RS384 | SigningAlg::RS512 => true,
        SigningAlg::ES256 | SigningAlg::ES384 => es_assertions,
        _ => false,
    }
}

/// The key with this `kid`, byte for byte; without one, the only key there is. Never "try them all".
fn choose<'a>(kid: Option<&str>, keys: &'a [PublicKey]) -> Result<&'a PublicKey, AssertionFault> {
    let mut candidates = keys.iter().filter(|key| kid.is_none_or(|kid| key.kid == kid));
    match (candidates.next(), candidates.next()) {
        (Some(key), None) => Ok(key),
        (Some(_), Some(_)) => Err(AssertionFault::AmbiguousKey),
        (None, _) => Err(AssertionFault::NoKey),
    }
}

fn verify(assertion: &Assertion<'_>, key: &DecodingKey) -> bool {
    let Some(algorithm) = algorithm(assertion.alg) else { return false };
    crypto::verify(assertion.signature, assertion.signed.as_bytes(), key, algorithm).unwrap_or(false)
}

/// The library's name for an algorithm that may get this far.
const fn algorithm(alg: SigningAlg) -> Option<Algorithm> {
    match alg {
        SigningAlg::HS256 => Some(Algorithm::HS256),
        SigningAlg::HS384 => Some(Algorithm::HS384),
        SigningAlg::HS512 => Some(Algorithm::HS512),
        SigningAlg::RS256 => Some(Algorithm::RS256),
        SigningAlg::RS384 => Some(Algorithm::RS384),
        SigningAlg::RS512 => Some(Algorithm::RS512),
        SigningAlg::ES256 => Some(Algorithm::ES256),
        SigningAlg::ES384 => Some(Algorithm::ES384),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
