//! Private keys: the environment's signing key and the keys handed to fixture clients.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};

use super::{Jwk, PublicKey};
use crate::{FixtureSecret, SandboxError};

/// The key an environment signs its access tokens with, parsed once: parsing it for every signature would
/// double the cost of a token.
pub(crate) struct SigningKey(RsaKeyPair);

impl SigningKey {
    pub(crate) const fn new(pair: RsaKeyPair) -> Self {
        Self(pair)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message`.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SandboxError> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        self.0
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| SandboxError::KeyMaterial)?;
        Ok(signature)
    }

    /// The public half as PingOne publishes it: without `alg`.
    pub(crate) fn jwk(&self, kid: &str) -> Jwk {
        Jwk::rsa(kid, None, self.0.public_key())
    }
}

/// A fixture client's key pair.
pub(crate) struct ClientKey {
    /// PKCS#8 PEM, for the person.
    pub(crate) private: FixtureSecret,
    /// For the client's JWKS.
    pub(crate) public: PublicKey,
}

impl ClientKey {
    pub(crate) fn rsa(kid: String, pair: &RsaKeyPair) -> Result<Self, SandboxError> {
        let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| SandboxError::KeyMaterial)?;
        Ok(Self { private: pem(der.as_ref()), public: PublicKey::rsa(kid, pair.public_key()) })
    }

    /// A new P-256 key; unlike RSA it costs microseconds.
    pub(crate) fn p256(kid: String) -> Result<Self, SandboxError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
            .map_err(|_| SandboxError::KeyMaterial)?;
        let der = pair.to_pkcs8v1().map_err(|_| SandboxError::KeyMaterial)?;
        Ok(Self { private: pem(der.as_ref()), public: PublicKey::p256(kid, pair.public_key().as_ref())? })
    }
}

fn pem(der: &[u8]) -> FixtureSecret {
    let block = pem::Pem::new("PRIVATE KEY", der);
    let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
    FixtureSecret::new(pem::encode_config(&block, config))
}
