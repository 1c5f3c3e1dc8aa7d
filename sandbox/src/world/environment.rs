//! One sealed tenant.

use std::sync::{
    Arc, Mutex, PoisonError, RwLock,
    atomic::{AtomicU64, Ordering},
};

use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{
    ClockChange, KidStyle, Profile, SandboxError, client::Client, named_clients::NAMED_CLIENTS, seed::Seed,
    time::EnvironmentClock,
};
use crate::{
    auth::ReplayMemory,
    keys::{JwkSet, KeyPool, SigningKey},
};

/// How long a previous secret works after a rotation: the longest PingOne allows.
const ROTATION_OVERLAP: i64 = 30 * 86_400;

/// A tenant with its own clients, keys, clock and switches. It knows nothing of other environments.
pub(crate) struct Environment {
    pub(crate) id: Uuid,
    pub(crate) organization_id: Uuid,
    pub(crate) chosen_seed: Option<u64>,
    pub(crate) clients: Vec<Client>,
    pub(crate) replay: Mutex<ReplayMemory>,
    /// When it was last used, in the store's own counting.
    pub(crate) last_used: AtomicU64,
    seed: Seed,
    name: RwLock<String>,
    state: RwLock<State>,
    signing_key: OnceCell<SigningKey>,
    issued: AtomicU64,
}

/// What a person may change and a reset puts back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    pub(crate) clock: EnvironmentClock,
    pub(crate) profile: Profile,
    /// Until when previous secrets work, seconds since 1970 on the environment's clock.
    pub(crate) rotation_ends: i64,
}

impl State {
    fn seeded(wall: i64) -> Self {
        let (clock, profile) = (EnvironmentClock::default(), Profile::default());
        Self { clock, profile, rotation_ends: wall + ROTATION_OVERLAP }
    }
}

impl Environment {
    /// An environment as seeded while the wall clock shows `wall`; its keys are made when they are needed.
    pub(crate) fn new(seed: Seed, chosen_seed: Option<u64>, name: String, wall: i64) -> Self {
        Self {
            id: seed.uuid("environment"),
            organization_id: seed.uuid("organization"),
            chosen_seed,
            clients: NAMED_CLIENTS.iter().map(|spec| Client::new(spec, &seed)).collect(),
            replay: Mutex::default(),
            last_used: AtomicU64::new(0),
            name: RwLock::new(name),
            state: RwLock::new(State::seeded(wall)),
            signing_key: OnceCell::new(),
            issued: AtomicU64::new(0),
            seed,
        }
    }

    pub(crate) fn client(&self, id: &str) -> Option<&Client> {
        let id = Uuid::try_parse(id).ok()?;
        self.clients.iter().find(|client| client.id == id)
    }

    pub(crate) fn name(&self) -> String {
        self.name.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn rename(&self, name: String) {
        *self.name.write().unwrap_or_else(PoisonError::into_inner) = name;
    }

    pub(crate) fn state(&self) -> State {
        *self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_profile(&self, profile: Profile) {
        self.state.write().unwrap_or_else(PoisonError::into_inner).profile = profile;
    }

    pub(crate) fn set_clock(&self, change: ClockChange, wall: i64) -> Result<State, SandboxError> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.clock = state.clock.changed(change, wall).ok_or(SandboxError::ClockTooFar)?;
        Ok(*state)
    }

    /// Everything as seeded. Ids, secrets and keys never changed, so they stay.
    pub(crate) fn reset(&self, wall: i64) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = State::seeded(wall);
        self.replay.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.issued.store(0, Ordering::Relaxed);
    }

    pub(crate) async fn signing_key(&self, pool: &Arc<KeyPool>) -> Result<&SigningKey, SandboxError> {
        self.signing_key.get_or_try_init(async || pool.take().await.map(SigningKey::new)).await
    }

    pub(crate) fn signing_kid(&self) -> String {
        match self.state().profile.kid_style {
            KidStyle::Default => "default".to_owned(),
            KidStyle::Uuid => self.seed.uuid("signing-key").to_string(),
        }
    }

    /// The keys its tokens are verified with.
    pub(crate) async fn jwks(&self, pool: &Arc<KeyPool>) -> Result<JwkSet, SandboxError> {
        let key = self.signing_key(pool).await?;
        Ok(JwkSet { keys: vec![key.jwk(&self.signing_kid())] })
    }

    /// The id of the next token; the same sequence for the same seed.
    pub(crate) fn next_jti(&self) -> Uuid {
        self.seed.uuid(&format!("jti/{}", self.issued.fetch_add(1, Ordering::Relaxed)))
    }
}
