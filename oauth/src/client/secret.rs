//! Secrets as types that cannot be printed or serialised.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::form_encode;

/// A client secret ([RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
///
/// It is wiped from memory when dropped, prints as `ClientSecret(…)` and implements neither
/// `Display` nor `Serialize`. Reading it has a visible name: [`ClientSecret::expose`].
#[derive(Clone)]
pub struct ClientSecret(SecretString);

/// Why a string cannot be a client secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSecret {
    /// Nothing was given.
    #[error("Enter the client secret.")]
    Empty,
    /// Longer than any server issues.
    #[error("Use at most 4096 bytes; this looks like something else than a client secret.")]
    TooLong,
    /// A control character, most often a line break from a copy.
    #[error("Remove the line break or control character; a copy often brings one along.")]
    ControlCharacter,
}

/// What may be said about a secret without saying the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretFacts {
    /// Length in bytes, which is what HMAC algorithms care about.
    pub bytes: usize,
    /// A blank at the start or the end, usually a copying accident.
    pub padded: bool,
    /// Form-encoding changes it, so servers that skip decoding will refuse it with Basic.
    pub changed_by_encoding: bool,
}

impl ClientSecret {
    /// Longest accepted secret, in bytes.
    pub const MAX_BYTES: usize = 4096;

    /// Takes over an entered or stored secret.
    pub fn new(secret: SecretString) -> Result<Self, InvalidSecret> {
        let text = secret.expose_secret();
        if text.is_empty() {
            Err(InvalidSecret::Empty)
        } else if text.len() > Self::MAX_BYTES {
            Err(InvalidSecret::TooLong)
        } else if text.chars().any(char::is_control) {
            Err(InvalidSecret::ControlCharacter)
        } else {
            Ok(Self(secret))
        }
    }

    /// The secret itself, for the request builder and the HMAC signer only.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What may be shown about it.
    pub fn facts(&self) -> SecretFacts {
        let text = self.expose();
        SecretFacts {
            bytes: text.len(),
            padded: text.trim() != text,
            changed_by_encoding: form_encode(text) != text,
        }
    }

    /// The last four characters, only for secrets of 32 characters and more: of a shorter one they
    /// would give too much away.
    pub fn ending(&self) -> Option<String> {
        let characters: Vec<char> = self.expose().chars().collect();
        (characters.len() >= 32).then(|| characters[characters.len() - 4..].iter().collect())
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientSecret(…)")
    }
}

/// A signed client assertion: whoever holds it can act as the client until it expires, so it is a
/// secret like any other.
#[derive(Clone)]
pub struct SignedAssertion(SecretString);

impl SignedAssertion {
    /// Takes over a compact JWS.
    pub fn new(compact: String) -> Self {
        Self(compact.into())
    }

    /// The compact JWS, for the request builder only.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for SignedAssertion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignedAssertion(…)")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use super::*;

    fn secret(text: &str) -> ClientSecret {
        ClientSecret::new(text.to_owned().into()).unwrap()
    }

    #[test]
    fn debug_output_does_not_contain_the_secret() {
        assert!(!format!("{:?}", secret("s3cr3t-canary")).contains("canary"));
        assert!(!format!("{:?}", SignedAssertion::new("s3cr3t-canary".into())).contains("canary"));
    }

    #[test]
    fn a_pasted_line_break_is_refused() {
        assert_eq!(
            ClientSecret::new("abc\n".to_owned().into()).unwrap_err(),
            InvalidSecret::ControlCharacter
        );
    }

    #[test]
    fn facts_tell_padding_and_encoding() {
        let facts = secret(" a+b ").facts();
        assert_eq!(facts, SecretFacts { bytes: 5, padded: true, changed_by_encoding: true });
        assert!(!secret("abc-._~").facts().padded);
    }

    #[test]
    fn the_ending_is_shown_from_32_characters_on() {
        assert_eq!(secret(&"x".repeat(31)).ending(), None);
        assert_eq!(secret(&format!("{}4f2a", "x".repeat(28))).ending().as_deref(), Some("4f2a"));
    }
}
