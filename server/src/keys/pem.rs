//! Private keys as PEM ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)).

use rustls_pki_types::pem::{PemObject, SectionKind};
use zeroize::Zeroizing;

use super::{KeyFault, kind, private::KeyPair};

/// Reads the one private key of a PEM text. What stands around it, such as the parameters of a curve,
/// is passed over.
pub(super) fn read(text: &str) -> Result<KeyPair, KeyFault> {
    if text.contains("ENCRYPTED") {
        return Err(KeyFault::Encrypted);
    }
    if text.contains("BEGIN OPENSSH PRIVATE KEY") {
        return Err(KeyFault::OpenSsh);
    }
    let mut keys = vec![];
    let mut other = KeyFault::Unknown;
    for section in <(SectionKind, Vec<u8>)>::pem_slice_iter(text.as_bytes()) {
        let (kind, der) = section.map_err(|_| KeyFault::Damaged)?;
        match kind {
            SectionKind::PrivateKey | SectionKind::RsaPrivateKey | SectionKind::EcPrivateKey => {
                keys.push((kind, Zeroizing::new(der)));
            }
            SectionKind::PublicKey => other = KeyFault::Public,
            SectionKind::Certificate | SectionKind::Csr => other = KeyFault::Certificate,
            _ => {}
        }
    }
    match keys.as_slice() {
        [] if text.contains("BEGIN RSA PUBLIC KEY") => Err(KeyFault::Public),
        [] => Err(other),
        [(SectionKind::RsaPrivateKey, der)] => kind::rsa_pkcs1(der),
        [(SectionKind::EcPrivateKey, der)] => kind::ec_sec1(der),
        [(_, der)] => kind::pkcs8(der),
        _ => Err(KeyFault::Several),
    }
}
