//! Assertion ids that were seen.

use std::collections::{HashSet, VecDeque};

use aws_lc_rs::digest::{SHA256, digest};
use uuid::Uuid;

/// The last ids of each environment, as digests so that a long `jti` costs no more than a short one. The
/// oldest is forgotten first; an assertion lives an hour at most, so by then it has usually expired.
#[derive(Default)]
pub(crate) struct ReplayMemory {
    seen: HashSet<[u8; 32]>,
    order: VecDeque<[u8; 32]>,
}

impl ReplayMemory {
    /// Remembers the id and says whether it is new. Clients do not share their ids.
    pub(crate) fn is_first(&mut self, client: Uuid, jti: &str, limit: usize) -> bool {
        let mut digested = [0; 32];
        let bytes = [client.as_bytes().as_slice(), jti.as_bytes()].concat();
        digested.copy_from_slice(digest(&SHA256, &bytes).as_ref());
        if !self.seen.insert(digested) {
            return false;
        }
        self.order.push_back(digested);
        while self.order.len() > limit {
            if let Some(oldest) = self.order.pop_front() {
                self.seen.remove(&oldest);
            }
        }
        true
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once_per_client() {
        let mut memory = ReplayMemory::default();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(memory.is_first(one, "a", 9));
        assert!(!memory.is_first(one, "a", 9));
        assert!(memory.is_first(other, "a", 9));
    }

    #[test]
    fn the_memory_is_bounded_and_forgets_the_oldest() {
        let mut memory = ReplayMemory::default();
        for jti in ["a", "b", "c"] {
            assert!(memory.is_first(Uuid::nil(), jti, 2));
        }
        assert_eq!((memory.seen.len(), memory.order.len()), (2, 2));
        assert!(!memory.is_first(Uuid::nil(), "c", 2));
        assert!(memory.is_first(Uuid::nil(), "a", 2));
    }
}
