//! Why a pasted key cannot sign, and what to paste instead.

/// What is wrong with a key. `Display` is for whoever pasted it and says nothing of its content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// Nothing was given.
    #[error("Paste the private key, as PEM or as a JWK.")]
    Empty,
    /// Longer than [`super::PrivateKey::MAX_BYTES`].
    #[error("This is too long for a private key. Paste one key only.")]
    TooLong,
    /// Neither PEM nor a JWK.
    #[error(
        "This is no private key. Paste PEM (-----BEGIN PRIVATE KEY-----) or a JWK, with its first and last line."
    )]
    Unknown,
    /// PEM or DER that is damaged.
    #[error("The key is damaged: a part of it is missing or was changed. Copy it again as a whole.")]
    Damaged,
    /// A public key.
    #[error("This is a public key. Paste the private key that belongs to it.")]
    Public,
    /// A certificate or a request for one.
    #[error("This is a certificate. Paste the private key that belongs to it.")]
    Certificate,
    /// A key protected by a passphrase.
    #[error("The key is encrypted. Decrypt it first, for example: openssl pkey -in key.pem -out plain.pem")]
    Encrypted,
    /// OpenSSH's own format.
    #[error(
        "This is a key in the format of OpenSSH. Convert a copy of it: ssh-keygen -p -m PKCS8 -f copy-of-key"
    )]
    OpenSsh,
    /// More than one private key.
    #[error("There is more than one private key. Paste the one that is registered for this client.")]
    Several,
    /// An RSA key under 2048 bits.
    #[error("The RSA key is shorter than 2048 bits, which no server should accept. Make a new one.")]
    TooSmall,
    /// An RSA key over 8192 bits.
    #[error("The RSA key is longer than 8192 bits. Use 2048 to 4096.")]
    TooLarge,
    /// An elliptic curve other than P-256.
    #[error("The key is on the curve {0}. Use an RSA key, or one on P-256 for ES256.")]
    OtherCurve(&'static str),
    /// Another kind of key.
    #[error("This is a key for {0}. Use an RSA key, or one on P-256 for ES256.")]
    OtherKind(&'static str),
    /// A JWK with a symmetric key.
    #[error("This JWK is a shared secret (oct). Use client_secret_jwt with it, or paste a private key.")]
    Symmetric,
    /// A set of JWKs.
    #[error("This is a set of keys (JWKS). Paste one private key out of it.")]
    Set,
    /// A JWK with a member that is missing or of the wrong form.
    #[error("The JWK cannot be used: {0} is missing or not as RFC 7518 section 6 has it.")]
    Member(&'static str),
    /// A JWK that is meant for something else.
    #[error("The JWK is not for signing (its {0} says so). Paste a signing key.")]
    NotForSigning(&'static str),
    /// A JWK whose `alg` is not one of ours.
    #[error("The JWK is for another algorithm than RS256, RS384, RS512 or ES256.")]
    OtherAlgorithm,
}
