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
