//! Who calls, and what is kept for them.

mod caller;
pub(crate) mod cookie;
mod id;
mod memory;
mod reveals;
mod store;

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use app::api::{DraftDocument, Flow};
use sandbox::{NewEnvironment, Sandbox};
use uuid::Uuid;

pub(crate) use caller::{Provenance, SESSION_ID};
pub use id::{SessionId, SessionKey};
pub use memory::MemoryStore;
pub use reveals::Reveals;
pub use store::SessionStore;

use crate::{calls::CallLog, clock::Clock, config::Limits, tokens::SessionTokens};

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Caller {
    /// A browser, which gets its tokens masked.
    Browser,
    /// A script, which gets the provider's answers untouched.
    Script,
}

/// Everything that belongs to one caller. Nothing in it is reachable from another session.
pub struct Session {
    /// Names the session in this server; the id itself is known to the caller only.
    pub key: SessionKey,
    /// Who it was made for.
    pub caller: Caller,
    /// When it was made, milliseconds since 1970.
    pub created_ms: i64,
    /// The tokens that were issued.
    pub tokens: SessionTokens,
    /// The calls that were made.
    pub calls: CallLog,
    /// How often its tokens may be shown.
    pub reveals: Reveals,
    last_seen_ms: AtomicI64,
    drafts: Mutex<HashMap<Flow, DraftDocument>>,
    environment: Mutex<Option<Uuid>>,
}

impl Session {
    /// An empty session, made now.
    pub fn new(key: SessionKey, caller: Caller, limits: &Limits, clock: &Arc<dyn Clock>) -> Self {
        let now_ms = clock.now_ms();
        Self {
            key,
            caller,
            created_ms: now_ms,
            tokens: SessionTokens::default(),
            calls: CallLog::default(),
            reveals: Reveals::new(limits.reveals_per_minute, Arc::clone(clock)),
            last_seen_ms: AtomicI64::new(now_ms),
            drafts: Mutex::default(),
            environment: Mutex::default(),
        }
    }

    /// When it was last used, milliseconds since 1970.
    pub fn last_seen_ms(&self) -> i64 {
        self.last_seen_ms.load(Ordering::Relaxed)
    }

    /// Notes that it is in use.
    pub fn seen(&self, now_ms: i64) {
        self.last_seen_ms.store(now_ms, Ordering::Relaxed);
    }

    /// The draft of a flow; the default one before anything was typed.
    pub fn draft(&self, flow: Flow) -> DraftDocument {
        let drafts = self.drafts.lock().unwrap_or_else(PoisonError::into_inner);
        drafts.get(&flow).cloned().unwrap_or_default()
    }

    /// Keeps the draft of a flow.
    pub fn save_draft(&self, flow: Flow, draft: DraftDocument) {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner).insert(flow, draft);
    }

    /// The environment of the sandbox that belongs to this session. It is made on first use, and again
    /// when the sandbox had to give it up for others.
    pub fn environment(&self, sandbox: &Sandbox) -> Uuid {
        let mut environment = self.environment.lock().unwrap_or_else(PoisonError::into_inner);
        match *environment {
            Some(id) if sandbox.holds(id) => id,
            _ => *environment.insert(sandbox.open(NewEnvironment::default())),
        }
    }
}
