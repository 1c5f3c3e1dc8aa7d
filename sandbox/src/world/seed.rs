//! Everything about an environment that is not a key or a time follows from its seed.

use aws_lc_rs::{hmac, rand};
use uuid::Uuid;

use super::SandboxError;

/// Characters of PingOne's generated secrets.
const SECRET_ALPHABET: &[u8; 66] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

/// Length of PingOne's generated secrets, so that HS512 always has enough key.
const SECRET_LENGTH: usize = 64;

/// A root from which values are derived by label: HMAC-SHA-256 of the label.
#[derive(Clone)]
pub(crate) struct Seed(hmac::Key);

impl Seed {
    /// A seed somebody chose. Whoever knows the number knows every id and secret.
    pub(crate) fn chosen(number: u64) -> Self {
        Self::new(&number.to_be_bytes())
    }

    /// A seed nobody can guess.
    pub(crate) fn random() -> Result<Self, SandboxError> {
        let mut bytes = [0; 32];
        rand::fill(&mut bytes).map_err(|_| SandboxError::KeyMaterial)?;
        Ok(Self::new(&bytes))
    }

    /// A seed below this one.
    pub(crate) fn child(&self, label: &str) -> Self {
        Self::new(self.derive(label).as_ref())
    }

    fn new(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    fn derive(&self, label: &str) -> hmac::Tag {
        hmac::sign(&self.0, label.as_bytes())
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&self, label: &str) -> Uuid {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(self.derive(label).as_ref()).for_each(|(to, from)| *to = *from);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A client secret.
    pub(crate) fn secret(&self, label: &str) -> String {
        // Bytes from 198 on would favour the first characters of the alphabet.
        let fair = |byte: &u8| usize::from(*byte) < SECRET_ALPHABET.len() * 3;
        (0_u32..)
            .flat_map(|block| self.derive(&format!("{label}/{block}")).as_ref().to_vec())
            .filter(fair)
            .map(|byte| char::from(SECRET_ALPHABET[usize::from(byte) % SECRET_ALPHABET.len()]))
            .take(SECRET_LENGTH)
            .collect()
    }

    /// A key id that says whose it is.
    pub(crate) fn kid(&self, name: &str, generation: &str) -> String {
        let tag = self.derive(&format!("kid/{name}/{generation}"));
        tag.as_ref().iter().take(3).fold(format!("{name}-"), |kid, byte| format!("{kid}{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;

    #[test]
    fn the_same_seed_and_label_give_the_same_values() {
        let (one, other) = (Seed::chosen(7), Seed::chosen(7));
        assert_eq!(one.uuid("environment"), other.uuid("environment"));
        assert_eq!(one.secret("basic"), other.secret("basic"));
        assert_eq!(one.kid("retired-key", "old"), other.kid("retired-key", "old"));
    }

    #[test]
    fn another_seed_or_label_gives_other_values() {
        assert_ne!(Seed::chosen(7).uuid("a"), Seed::chosen(8).uuid("a"));
        assert_ne!(Seed::chosen(7).uuid("a"), Seed::chosen(7).uuid("b"));
    }

    #[test]
    fn a_secret_has_64_unreserved_characters() {
        let secret = Seed::chosen(7).secret("basic");
        assert_eq!(secret.len(), 64);
        assert!(secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    }

    #[test]
    fn an_id_is_a_random_uuid() {
        let id = Seed::chosen(7).uuid("environment");
        assert_eq!(id.get_version_num(), 4);
        assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
    }
}
