//! A key set ([RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517#section-5)): what is used of it
//! and what is left out.

use super::{KeyFault, VerificationKey};
use crate::json::{Object, problem};

/// The usable keys of a set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeySet {
    keys: Vec<VerificationKey>,
    dropped: Vec<DroppedKey>,
}

/// A key that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedKey {
    /// Its place in the set, from 0.
    pub position: usize,
    /// Its name, where it can be read.
    pub kid: Option<String>,
    /// Why.
    pub fault: KeyFault,
}

/// Why a document is not a key set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeySetFault {
    /// Larger than [`KeySet::MAX_BYTES`].
    #[error("The key set is larger than 256 KiB.")]
    TooLarge,
    /// More than [`KeySet::MAX_KEYS`] keys.
    #[error("The key set has {0} keys, more than 100.")]
    TooMany(usize),
    /// Not a JSON object with a list `keys`.
    #[error("The key set cannot be read: {0}.")]
    Unreadable(String),
}

impl KeySet {
    /// Largest accepted document in bytes.
    pub const MAX_BYTES: usize = 256 * 1024;
    /// Most keys a set may have.
    pub const MAX_KEYS: usize = 100;

    /// Reads a set. A key that does not pass the policy is left out, the others stay.
    pub fn parse(body: &[u8]) -> Result<Self, KeySetFault> {
        if body.len() > Self::MAX_BYTES {
            return Err(KeySetFault::TooLarge);
        }
        let unreadable = |error: serde_json::Error| KeySetFault::Unreadable(problem(&error));
        let document = Object::parse(body).map_err(unreadable)?;
        if document.duplicate() == Some("keys") {
            return Err(KeySetFault::Unreadable("it has two members named keys".into()));
        }
        let list =
            document.get("keys").ok_or_else(|| KeySetFault::Unreadable("it has no member keys".into()))?;
        let list: Vec<&serde_json::value::RawValue> = serde_json::from_str(list).map_err(unreadable)?;
        if list.len() > Self::MAX_KEYS {
            return Err(KeySetFault::TooMany(list.len()));
        }
        let mut set = Self::default();
        for (position, jwk) in list.into_iter().enumerate() {
            set.add(position, jwk.get());
        }
        Ok(set)
    }

    fn add(&mut self, position: usize, jwk: &str) {
        let object = Object::parse(jwk.as_bytes()).ok();
        let read = object.as_ref().map_or(Err(KeyFault::Unreadable("the key".into())), VerificationKey::read);
        match read {
            Ok(key) => self.keys.push(key),
            Err(fault) => {
                let kid = object.and_then(|object| object.text("kid"));
                self.dropped.push(DroppedKey { position, kid, fault });
            }
        }
    }

    /// The keys that may be used.
    pub fn keys(&self) -> &[VerificationKey] {
        &self.keys
    }

    /// The keys that were left out.
    pub fn dropped(&self) -> &[DroppedKey] {
        &self.dropped
    }

    /// Whether the set names a key, usable or not. If it does not, fetching the set again may help:
    /// keys rotate.
    pub fn names(&self, kid: &str) -> bool {
        let kids = self.keys.iter().map(|key| &key.kid).chain(self.dropped.iter().map(|key| &key.kid));
        kids.flatten().any(|known| known == kid)
    }
}
