//! Where tokens are kept.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::IssuedToken;

/// Most tokens of one session.
const MAX_TOKENS: usize = 100;

/// Keeps the tokens of one session. The oldest goes when there is no more room.
pub trait TokenStore: Send + Sync {
    /// Keeps a token.
    fn keep(&self, token: IssuedToken);
    /// All tokens, newest first.
    fn list(&self) -> Vec<Arc<IssuedToken>>;
    /// One token.
    fn find(&self, id: &str) -> Option<Arc<IssuedToken>>;
    /// Forgets a token; whether there was one.
    fn forget(&self, id: &str) -> bool;
}

/// The tokens of one session.
pub struct SessionTokens(Box<dyn TokenStore>);

impl Default for SessionTokens {
    fn default() -> Self {
        Self(Box::new(MemoryTokens::default()))
    }
}

impl std::ops::Deref for SessionTokens {
    type Target = dyn TokenStore;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// Tokens in memory, oldest first; a restart forgets them.
#[derive(Default)]
struct MemoryTokens(Mutex<VecDeque<Arc<IssuedToken>>>);

impl MemoryTokens {
    fn kept(&self) -> MutexGuard<'_, VecDeque<Arc<IssuedToken>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenStore for MemoryTokens {
    fn keep(&self, token: IssuedToken) {
        let mut kept = self.kept();
        if kept.len() == MAX_TOKENS {
            kept.pop_front();
        }
        kept.push_back(Arc::new(token));
    }

    fn list(&self) -> Vec<Arc<IssuedToken>> {
        self.kept().iter().rev().map(Arc::clone).collect()
    }

    fn find(&self, id: &str) -> Option<Arc<IssuedToken>> {
        self.kept().iter().find(|token| token.id == id).map(Arc::clone)
    }

    fn forget(&self, id: &str) -> bool {
        let mut kept = self.kept();
        let before = kept.len();
        kept.retain(|token| token.id != id);
        kept.len() < before
    }
}
