//! The private key of a client.

use std::fmt;

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{EcdsaKeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RsaKeyPair},
};
use oauth::{
    assertion::{AssertionSigner, SigningFailed},
    wire::SigningAlg,
};
use secrecy::{ExposeSecret, SecretString};

use super::{KeyFault, jwk, pem};

/// A parsed key that can sign: RSA of 2048 bits and more, or P-256. It prints as `PrivateKey(…)`.
pub struct PrivateKey {
    pair: KeyPair,
    alg: Option<SigningAlg>,
    kid: Option<String>,
}

/// The two kinds of keys assertions are signed with.
pub(super) enum KeyPair {
    Rsa(Box<RsaKeyPair>),
    P256(Box<EcdsaKeyPair>),
}

impl PrivateKey {
    /// Longest accepted text in bytes; an RSA key of 8192 bits as a JWK has about 7,000.
    pub const MAX_BYTES: usize = 16 * 1024;

    /// Reads PEM (PKCS#8, PKCS#1, SEC1) or a JWK
    /// ([RFC 7517](https://www.rfc-editor.org/rfc/rfc7517)).
    ///
    /// # Errors
    ///
    /// [`KeyFault`], for whoever pasted it.
    pub fn read(text: &SecretString) -> Result<Self, KeyFault> {
        let text = text.expose_secret().trim();
        if text.is_empty() {
            Err(KeyFault::Empty)
        } else if text.len() > Self::MAX_BYTES {
            Err(KeyFault::TooLong)
        } else if text.starts_with('{') {
            jwk::read(text)
        } else {
            Ok(Self::new(pem::read(text)?, None, None))
        }
    }

    pub(super) const fn new(pair: KeyPair, alg: Option<SigningAlg>, kid: Option<String>) -> Self {
        Self { pair, alg, kid }
    }

    /// The algorithm used where none was chosen: that of the JWK, else the usual one of the kind.
    pub fn default_alg(&self) -> SigningAlg {
        self.alg.unwrap_or(match self.pair {
            KeyPair::Rsa(_) => SigningAlg::RS256,
            KeyPair::P256(_) => SigningAlg::ES256,
        })
    }

    /// The `kid` a JWK brought along.
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// Whether the key can sign with an algorithm: the kind has to fit, and a JWK may name only one.
    pub fn fits(&self, alg: SigningAlg) -> bool {
        let kind = match self.pair {
            KeyPair::Rsa(_) => matches!(alg, SigningAlg::RS256 | SigningAlg::RS384 | SigningAlg::RS512),
            KeyPair::P256(_) => alg == SigningAlg::ES256,
        };
        kind && self.alg.is_none_or(|only| only == alg)
    }
}

impl AssertionSigner for PrivateKey {
    fn sign(&self, alg: SigningAlg, signing_input: &[u8]) -> Result<Vec<u8>, SigningFailed> {
        let failed = || SigningFailed(format!("The private key cannot sign with {alg}."));
        if !self.fits(alg) {
            return Err(failed());
        }
        match &self.pair {
            KeyPair::P256(pair) => {
                let signature = pair.sign(&SystemRandom::new(), signing_input).map_err(|_| failed())?;
                Ok(signature.as_ref().to_vec())
            }
            KeyPair::Rsa(pair) => {
                let padding = match alg {
                    SigningAlg::RS384 => &RSA_PKCS1_SHA384,
                    SigningAlg::RS512 => &RSA_PKCS1_SHA512,
                    _ => &RSA_PKCS1_SHA256,
                };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &SystemRandom::new(), signing_input, &mut signature)
                    .map_err(|_| failed())?;
                Ok(signature)
            }
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}
