//! Public keys as plain numbers, and the trait that puts them to use.

use crate::wire::{KeyKind, SigningAlg};

/// A public key that passed the policy of [`super::KeySet`]. All numbers are big-endian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA ([RFC 7518 §6.3](https://www.rfc-editor.org/rfc/rfc7518#section-6.3)).
    Rsa {
        /// The modulus, 2048 to 8192 bits, without leading zeros.
        n: Vec<u8>,
        /// The exponent: always 65537.
        e: Vec<u8>,
    },
    /// P-256 ([RFC 7518 §6.2](https://www.rfc-editor.org/rfc/rfc7518#section-6.2)). Whether the point
    /// lies on the curve is for the cryptographic library to check.
    P256 {
        /// The x coordinate.
        x: [u8; 32],
        /// The y coordinate.
        y: [u8; 32],
    },
    /// P-384.
    P384 {
        /// The x coordinate.
        x: [u8; 48],
        /// The y coordinate.
        y: [u8; 48],
    },
    /// Ed25519 ([RFC 8037 §2](https://www.rfc-editor.org/rfc/rfc8037#section-2)).
    Ed25519 {
        /// The encoded point.
        x: [u8; 32],
    },
}

impl PublicKey {
    /// What kind of key it is, which decides the algorithms it may be used with.
    pub const fn kind(&self) -> KeyKind {
        match self {
            Self::Rsa { .. } => KeyKind::Rsa,
            Self::P256 { .. } => KeyKind::P256,
            Self::P384 { .. } => KeyKind::P384,
            Self::Ed25519 { .. } => KeyKind::Ed25519,
        }
    }

    /// The uncompressed point `04 ‖ x ‖ y` of an elliptic-curve key
    /// ([SEC 1 §2.3.3](https://www.secg.org/sec1-v2.pdf)), which is what libraries take.
    pub fn uncompressed_point(&self) -> Option<Vec<u8>> {
        match self {
            Self::P256 { x, y } => Some([&[4], x.as_slice(), y].concat()),
            Self::P384 { x, y } => Some([&[4], x.as_slice(), y].concat()),
            Self::Rsa { .. } | Self::Ed25519 { .. } => None,
        }
    }
}

/// Checks signatures. Implemented where the cryptographic library is; it decides nothing but whether
/// the mathematics is right, and is only asked with a key of the kind `alg` needs.
pub trait SignatureVerifier {
    /// Whether `signature` is `key`'s signature with `alg` over `signing_input`. ECDSA signatures are
    /// the two numbers of fixed size ([RFC 7518 §3.4](https://www.rfc-editor.org/rfc/rfc7518#section-3.4)).
    fn verify(&self, alg: SigningAlg, key: &PublicKey, signing_input: &[u8], signature: &[u8]) -> bool;
}
