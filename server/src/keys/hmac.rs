//! Assertions keyed with the client secret.

use aws_lc_rs::hmac;
use oauth::{
    assertion::{AssertionSigner, SigningFailed},
    client::ClientSecret,
    wire::SigningAlg,
};

/// Signs with the bytes of a client secret
/// ([RFC 7518 §3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)).
pub struct HmacSigner<'a>(&'a [u8]);

/// The secret is shorter than the hash, so guessing it would be easier than the algorithm promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "{alg} needs a client secret of at least {needed} bytes (RFC 7518 section 3.2); this one has {has}. Use a longer secret or another method."
)]
pub struct SecretTooShort {
    alg: SigningAlg,
    needed: usize,
    has: usize,
}

impl<'a> HmacSigner<'a> {
    /// A signer for `alg`, if the secret is long enough for it.
    ///
    /// # Errors
    ///
    /// [`SecretTooShort`].
    pub fn new(secret: &'a ClientSecret, alg: SigningAlg) -> Result<Self, SecretTooShort> {
        Self::keyed(secret.expose().as_bytes(), alg)
    }

    /// A signer for a key that is bytes and not text, as the examples of the standards have it.
    ///
    /// # Errors
    ///
    /// [`SecretTooShort`].
    pub fn keyed(key: &'a [u8], alg: SigningAlg) -> Result<Self, SecretTooShort> {
        let has = key.len();
        match alg.min_secret_bytes() {
            Some(needed) if has < needed => Err(SecretTooShort { alg, needed, has }),
            _ => Ok(Self(key)),
        }
    }
}

impl AssertionSigner for HmacSigner<'_> {
    fn sign(&self, alg: SigningAlg, signing_input: &[u8]) -> Result<Vec<u8>, SigningFailed> {
        let algorithm = match alg {
            SigningAlg::HS256 => hmac::HMAC_SHA256,
            SigningAlg::HS384 => hmac::HMAC_SHA384,
            SigningAlg::HS512 => hmac::HMAC_SHA512,
            _ => return Err(SigningFailed(format!("A client secret cannot sign with {alg}."))),
        };
        let key = hmac::Key::new(algorithm, self.0);
        Ok(hmac::sign(&key, signing_input).as_ref().to_vec())
    }
}
