//! Signatures of tokens. Which algorithm and key may be used at all is decided in [`oauth::jose`].

use aws_lc_rs::signature::{self, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey};
use oauth::{
    jose::{PublicKey, SignatureVerifier},
    wire::SigningAlg,
};

/// Verifies with aws-lc.
#[derive(Debug, Clone, Copy, Default)]
pub struct AwsLcVerifier;

impl SignatureVerifier for AwsLcVerifier {
    fn verify(&self, alg: SigningAlg, key: &PublicKey, signing_input: &[u8], signature: &[u8]) -> bool {
        match key {
            PublicKey::Rsa { n, e } => rsa(alg).is_some_and(|parameters| {
                RsaPublicKeyComponents { n, e }.verify(parameters, signing_input, signature).is_ok()
            }),
            PublicKey::P256 { .. } | PublicKey::P384 { .. } => {
                let point = key.uncompressed_point().unwrap_or_default();
                curve(alg, key).is_some_and(|algorithm| {
                    UnparsedPublicKey::new(algorithm, point).verify(signing_input, signature).is_ok()
                })
            }
            PublicKey::Ed25519 { x } => {
                alg == SigningAlg::EdDSA
                    && UnparsedPublicKey::new(&signature::ED25519, x).verify(signing_input, signature).is_ok()
            }
        }
    }
}

fn rsa(alg: SigningAlg) -> Option<&'static RsaParameters> {
    Some(match alg {
        SigningAlg::RS256 => &signature::RSA_PKCS1_2048_8192_SHA256,
        SigningAlg::RS384 => &signature::RSA_PKCS1_2048_8192_SHA384,
        SigningAlg::RS512 => &signature::RSA_PKCS1_2048_8192_SHA512,
        SigningAlg::PS256 => &signature::RSA_PSS_2048_8192_SHA256,
        SigningAlg::PS384 => &signature::RSA_PSS_2048_8192_SHA384,
        SigningAlg::PS512 => &signature::RSA_PSS_2048_8192_SHA512,
        _ => return None,
    })
}

fn curve(alg: SigningAlg, key: &PublicKey) -> Option<&'static signature::EcdsaVerificationAlgorithm> {
    match (alg, key) {
        (SigningAlg::ES256, PublicKey::P256 { .. }) => Some(&signature::ECDSA_P256_SHA256_FIXED),
        (SigningAlg::ES384, PublicKey::P384 { .. }) => Some(&signature::ECDSA_P384_SHA384_FIXED),
        _ => None,
    }
}
