//! Key pairs out of DER, and what to say about those that cannot be used.

use aws_lc_rs::{
    error::KeyRejected,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RsaKeyPair},
};

use super::{KeyFault, private::KeyPair};

/// `rsaEncryption` ([RFC 8017 App. A.1](https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1)).
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// `id-ecPublicKey` ([RFC 5480 §2.1.1](https://www.rfc-editor.org/rfc/rfc5480#section-2.1.1)).
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];

/// Curves people bring along, by the bytes of their object identifier.
const OTHER_CURVES: &[(&[u8], &str)] = &[
    (&[0x2b, 0x81, 0x04, 0x00, 0x22], "P-384"),
    (&[0x2b, 0x81, 0x04, 0x00, 0x23], "P-521"),
    (&[0x2b, 0x81, 0x04, 0x00, 0x0a], "secp256k1"),
    (&[0x2b, 0x81, 0x04, 0x00, 0x21], "P-224"),
];

/// Other kinds of keys.
const OTHER_KINDS: &[(&[u8], &str)] = &[
    (&[0x2b, 0x65, 0x70], "Ed25519"),
    (&[0x2b, 0x65, 0x71], "Ed448"),
    (&[0x2b, 0x65, 0x6e], "X25519 key agreement"),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a], "RSASSA-PSS only"),
    (&[0x2a, 0x86, 0x48, 0xce, 0x38, 0x04, 0x01], "DSA"),
];

/// `PrivateKeyInfo` ([RFC 5958](https://www.rfc-editor.org/rfc/rfc5958)).
pub(super) fn pkcs8(der: &[u8]) -> Result<KeyPair, KeyFault> {
    if contains(der, RSA) {
        return rsa(RsaKeyPair::from_pkcs8(der));
    }
    if let Some(fault) = foreign(der) {
        return Err(fault);
    }
    if !contains(der, EC) {
        return Err(KeyFault::Damaged);
    }
    ec(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der))
}

/// `RSAPrivateKey` ([RFC 8017 App. A.1.2](https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2)).
pub(super) fn rsa_pkcs1(der: &[u8]) -> Result<KeyPair, KeyFault> {
    rsa(RsaKeyPair::from_der(der))
}

/// `ECPrivateKey` ([RFC 5915](https://www.rfc-editor.org/rfc/rfc5915)).
pub(super) fn ec_sec1(der: &[u8]) -> Result<KeyPair, KeyFault> {
    match foreign(der) {
        Some(fault) => Err(fault),
        None => ec(EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_FIXED_SIGNING, der)),
    }
}

pub(super) fn rsa(parsed: Result<RsaKeyPair, KeyRejected>) -> Result<KeyPair, KeyFault> {
    parsed.map(Box::new).map(KeyPair::Rsa).map_err(|rejected| match rejected.to_string().as_str() {
        "TooSmall" => KeyFault::TooSmall,
        "TooLarge" => KeyFault::TooLarge,
        _ => KeyFault::Damaged,
    })
}

pub(super) fn ec(parsed: Result<EcdsaKeyPair, KeyRejected>) -> Result<KeyPair, KeyFault> {
    parsed.map(Box::new).map(KeyPair::P256).map_err(|_| KeyFault::Damaged)
}

/// A curve or kind that is not used here. The search may be fooled by key material that happens to
/// contain such bytes, but only a key that could not be used anyway would then get another reason.
fn foreign(der: &[u8]) -> Option<KeyFault> {
    const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    if contains(der, P256) {
        return None;
    }
    let curve = OTHER_CURVES.iter().find(|(oid, _)| contains(der, oid));
    let kind = || OTHER_KINDS.iter().find(|(oid, _)| contains(der, oid));
    curve
        .map(|(_, name)| KeyFault::OtherCurve(name))
        .or_else(|| kind().map(|(_, name)| KeyFault::OtherKind(name)))
}

fn contains(der: &[u8], oid: &[u8]) -> bool {
    der.windows(oid.len()).any(|window| window == oid)
}
