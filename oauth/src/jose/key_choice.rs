//! Which key of a set verifies a token.

use super::{KeyFault, KeySet, VerificationKey};
use crate::wire::SigningAlg;

/// Why there is not exactly one key for a token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// No key of that name.
    #[error(
        "The key set has no key named {0:?}. It may have been rotated out, or the token is not from this server."
    )]
    Unknown(String),
    /// A key of that name is left out by policy.
    #[error("The key {0:?} is in the key set but is not used: {1}.")]
    Dropped(String, KeyFault),
    /// A key of that name, for another algorithm.
    #[error("The key {0:?} is not for {1}.")]
    OtherAlgorithm(String, SigningAlg),
    /// The token names no key and none fits.
    #[error("The token names no key, and the key set has none for {0}.")]
    NoneFits(SigningAlg),
    /// Several keys could be meant. Trying them all would let one key vouch for another.
    #[error("{0} keys of the set could be meant: ambiguous, so none is tried.")]
    Ambiguous(usize),
}

impl KeySet {
    /// The one key for a token with this header.
    pub fn choose(&self, alg: SigningAlg, kid: Option<&str>) -> Result<&VerificationKey, NoKey> {
        let named = || self.keys().iter().filter(|key| kid.is_none() || key.kid.as_deref() == kid);
        let mut fitting = named().filter(|key| key.fits(alg));
        match (fitting.next(), fitting.count(), kid) {
            (Some(key), 0, _) => Ok(key),
            (Some(_), more, _) => Err(NoKey::Ambiguous(more + 1)),
            (None, _, None) => Err(NoKey::NoneFits(alg)),
            (None, _, Some(kid)) if named().next().is_some() => {
                Err(NoKey::OtherAlgorithm(kid.to_owned(), alg))
            }
            (None, _, Some(kid)) => Err(self.absent(kid)),
        }
    }

    fn absent(&self, kid: &str) -> NoKey {
        let dropped = self.dropped().iter().find(|key| key.kid.as_deref() == Some(kid));
        match dropped {
            Some(key) => NoKey::Dropped(kid.to_owned(), key.fault.clone()),
            None => NoKey::Unknown(kid.to_owned()),
        }
    }
}
