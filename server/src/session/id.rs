//! What identifies a session.

use std::fmt;

use aws_lc_rs::{digest, rand};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// The id a caller holds: 256 random bits. Whoever has it is the session, so it prints as
/// `SessionId(…)` and is kept nowhere in the server.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionId(String);

/// SHA-256 of a session's id, by which the server knows it. It leads to no id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionKey([u8; 32]);

const BYTES: usize = 32;
const CHARACTERS: usize = BYTES * 4 / 3 + 1;

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

impl SessionId {
    /// A new id nobody has seen.
    ///
    /// # Errors
    ///
    /// [`NoRandomness`].
    pub fn random() -> Result<Self, NoRandomness> {
        let mut bytes = [0; BYTES];
        rand::fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// What a caller sent, if it can be an id at all.
    pub fn parse(given: &str) -> Option<Self> {
        let fits = given.len() == CHARACTERS
            && given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        fits.then(|| Self(given.to_owned()))
    }

    /// The id itself, for the caller it belongs to.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// How the server knows the session.
    pub fn key(&self) -> SessionKey {
        let hash = digest::digest(&digest::SHA256, self.0.as_bytes());
        let mut key = [0; BYTES];
        key.copy_from_slice(hash.as_ref());
        SessionKey(key)
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionId(…)")
    }
}

impl SessionKey {
    /// The bytes, for keys derived from it.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SessionKey {
    /// The first four bytes tell sessions apart in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes([self.0[0], self.0[1], self.0[2], self.0[3]]))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_hundred_thousand_ids_are_all_different_and_use_every_character() {
        let ids: HashSet<String> =
            (0..100_000).map(|_| SessionId::random().unwrap().expose().to_owned()).collect();
        assert_eq!(ids.len(), 100_000);
        let mut counts = [0_u32; 128];
        ids.iter()
            .flat_map(|id| id.bytes().take(CHARACTERS - 1))
            .for_each(|byte| counts[usize::from(byte)] += 1);
        let seen: Vec<f64> = counts.into_iter().filter(|count| *count > 0).map(f64::from).collect();
        let expected = seen.iter().sum::<f64>() / 64.0;
        let chi_square: f64 = seen.iter().map(|count| (count - expected).powi(2) / expected).sum();
        assert_eq!(seen.len(), 64);
        // 63 degrees of freedom: random ids stay below 127 except one time in a million.
        assert!(chi_square < 127.0, "{chi_square}");
    }

    #[test]
    fn what_cannot_be_an_id_is_not_looked_up() {
        let good = SessionId::random().unwrap();
        assert_eq!(SessionId::parse(good.expose()), Some(good.clone()));
        for given in ["", "short", &"A".repeat(44), &"=".repeat(43), &"é".repeat(43)] {
            assert_eq!(SessionId::parse(given), None, "{given}");
        }
    }

    #[test]
    fn neither_id_nor_key_prints_the_id() {
        let id = SessionId::random().unwrap();
        let printed = format!("{id:?} {:?}", id.key());
        assert!(!printed.contains(id.expose()), "{printed}");
        assert_eq!(id.key(), id.key());
    }
}
