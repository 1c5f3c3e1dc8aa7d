//! Where sessions are kept.

use std::sync::Arc;

use async_trait::async_trait;

use super::{Caller, Session, SessionKey};

/// Keeps sessions by key, so that an id never reaches it. Bounded: it may give up the session that was
/// not used for longest.
#[async_trait]
pub trait SessionStore: Send + Sync + 'static {
    /// The session, unless it is unknown, belongs to another kind of caller, or was not used for too
    /// long by `now_ms`. It is noted as used.
    async fn find(&self, caller: Caller, key: &SessionKey, now_ms: i64) -> Option<Arc<Session>>;

    /// Keeps a new session.
    async fn insert(&self, session: Session) -> Arc<Session>;

    /// Forgets a session and all it holds.
    async fn remove(&self, session: &Session);
}
