//! Tokens as a type that cannot be printed or serialised.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::redact::{fingerprint, mask_token};

/// A token: whoever bears it may use it
/// ([RFC 6750 §1.2](https://www.rfc-editor.org/rfc/rfc6750#section-1.2)), so it is a secret.
///
/// It is wiped from memory when dropped and implements neither `Display` nor `Serialize`.
#[derive(Clone)]
pub struct BearerSecret(SecretString);

impl BearerSecret {
    /// Takes over a token.
    pub fn new(token: String) -> Self {
        Self(token.into())
    }

    /// The token itself, for whoever sends, verifies or reveals it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The token as it may be shown.
    pub fn masked(&self) -> String {
        mask_token(self.expose())
    }

    /// The start of its SHA-256, to tell two tokens apart.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.expose())
    }
}

impl fmt::Debug for BearerSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerSecret(…)")
    }
}
