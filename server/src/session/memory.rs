//! Sessions in memory.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use moka::{policy::EvictionPolicy, sync::Cache};

use super::{Caller, Session, SessionKey, SessionStore};
use crate::config::Limits;

/// All sessions of this process; a restart forgets them. Scripts have a shelf of their own, so that a
/// loop of `curl` cannot push a browser's session out.
pub struct MemoryStore {
    browsers: Shelf,
    scripts: Shelf,
}

struct Shelf {
    sessions: Cache<SessionKey, Arc<Session>>,
    idle: Duration,
}

impl Shelf {
    fn new(capacity: u64, idle: Duration) -> Self {
        let sessions = Cache::builder()
            .max_capacity(capacity)
            // The default policy may refuse a newcomer; a session must never be refused.
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(idle)
            .build();
        Self { sessions, idle }
    }

    fn find(&self, key: &SessionKey, now_ms: i64) -> Option<Arc<Session>> {
        let session = self.sessions.get(key)?;
        let unused = u128::try_from(now_ms.saturating_sub(session.last_seen_ms())).unwrap_or(0);
        if unused > self.idle.as_millis() {
            self.sessions.invalidate(key);
            return None;
        }
        session.seen(now_ms);
        Some(session)
    }
}

impl MemoryStore {
    /// An empty store with these bounds.
    pub fn new(limits: &Limits) -> Self {
        Self {
            browsers: Shelf::new(limits.sessions, limits.session_idle),
            scripts: Shelf::new(limits.script_sessions, limits.script_session_idle),
        }
    }

    const fn shelf(&self, caller: Caller) -> &Shelf {
        match caller {
            Caller::Browser => &self.browsers,
            Caller::Script => &self.scripts,
        }
    }
}

#[async_trait]
impl SessionStore for MemoryStore {
    async fn find(&self, caller: Caller, key: &SessionKey, now_ms: i64) -> Option<Arc<Session>> {
        self.shelf(caller).find(key, now_ms)
    }

    async fn insert(&self, session: Session) -> Arc<Session> {
        let session = Arc::new(session);
        self.shelf(session.caller).sessions.insert(session.key, Arc::clone(&session));
        session
    }

    async fn remove(&self, session: &Session) {
        self.shelf(session.caller).sessions.invalidate(&session.key);
    }
}
