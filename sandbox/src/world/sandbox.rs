//! The handle.

use std::{
    sync::{Arc, atomic::AtomicU64},
    time::SystemTime,
};

use axum::Router;
use serde::Serialize;
use uuid::Uuid;

use super::{
    ClockChange, ClockView, EnvironmentView, FixtureClient, Limits, Profile, SandboxError, SandboxOptions,
    credentials, endpoints::Endpoints, environment::Environment, environments::Environments, seed::Seed,
    time::from_unix_seconds,
};
use crate::{Clock, PublicUrl, keys::KeyPool};

/// A wish for an environment.
#[derive(Debug, Clone, Default)]
pub struct NewEnvironment {
    /// From one seed come the same ids, secrets, `kid`s and `jti`s. Without one they are random.
    pub seed: Option<u64>,
    /// A name for people; a default is made up.
    pub name: Option<String>,
}

/// What a reset put back, and what it left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResetReport {
    /// Names of what is as seeded again.
    pub reset: &'static [&'static str],
    /// Names of what a reset never touches.
    pub kept: &'static [&'static str],
}

const RESET: ResetReport = ResetReport {
    reset: &["clock", "profile", "secret_rotation", "jti_sequence", "remembered_jtis"],
    kept: &["ids", "secrets", "keys", "name"],
};

/// All environments, and the routers that show them. Clones share everything.
#[derive(Clone)]
pub struct Sandbox(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) public_url: PublicUrl,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) limits: Limits,
    /// Root of everything random but keys; each use counts up.
    pub(super) root: Seed,
    pub(super) drawn: AtomicU64,
    pub(super) environments: Environments,
    pub(super) pool: Arc<KeyPool>,
}

impl Sandbox {
    /// An empty sandbox. It makes no key yet and takes no measurable time.
    ///
    /// # Errors
    /// [`SandboxError::KeyMaterial`] if the operating system gives no randomness.
    pub fn new(options: SandboxOptions) -> Result<Self, SandboxError> {
        Ok(Self(Arc::new(Inner {
            public_url: options.public_url,
            clock: options.clock,
            limits: options.limits,
            root: Seed::random()?,
            drawn: AtomicU64::new(0),
            environments: Environments::new(options.limits.environments),
            pool: Arc::default(),
        })))
    }

    /// Keeps spare keys from now on, made in the background, so that a new environment need not wait for its
    /// own. Call it inside a Tokio runtime, after start-up.
    pub fn warm_up(&self) {
        self.0.pool.warm_up();
    }

    /// The provider's routes: to be mounted where [`PublicUrl`] says.
    pub fn router(&self) -> Router {
        crate::provider(self)
    }

    /// The control API's routes. The mounting side enforces who may call.
    pub fn control_router(&self) -> Router {
        crate::control::router(self)
    }

    /// Makes an environment without its keys yet (microseconds), or finds the one of the same seed.
    pub fn open(&self, new: NewEnvironment) -> Uuid {
        self.open_or_find(new).0
    }

    /// [`Self::open`], which also says whether the environment is new.
    pub(crate) fn open_or_find(&self, new: NewEnvironment) -> (Uuid, bool) {
        let seed = new.seed.map_or_else(|| self.0.root.child(&self.draw("environment")), Seed::chosen);
        let name = new.name.unwrap_or_else(|| match new.seed {
            Some(number) => format!("Sandbox (seed {number})"),
            None => "Sandbox".to_owned(),
        });
        let made = Environment::new(seed, new.seed, name, self.wall());
        let (environment, is_new) = self.0.environments.add(made);
        (environment.id, is_new)
    }

    /// [`Self::open`], then [`Self::environment`].
    pub async fn create_environment(&self, new: NewEnvironment) -> Result<EnvironmentView, SandboxError> {
        self.environment(self.open(new)).await
    }

    /// Whether the environment exists.
    pub fn holds(&self, environment: Uuid) -> bool {
        self.find(environment).is_some()
    }

    /// The environment with all credentials; makes keys that do not exist yet.
    pub async fn environment(&self, id: Uuid) -> Result<EnvironmentView, SandboxError> {
        self.view(&*self.get(id)?).await
    }

    /// The environment without private keys. It makes none, so it takes microseconds.
    pub fn outline(&self, id: Uuid) -> Result<EnvironmentView, SandboxError> {
        let environment = self.get(id)?;
        Ok(credentials::outline(&environment, self.endpoints(id), self.wall()))
    }

    /// One client's credentials, by client id.
    pub async fn client(&self, environment: Uuid, client_id: Uuid) -> Result<FixtureClient, SandboxError> {
        let environment = self.get(environment)?;
        let mut clients = environment.clients.iter();
        let client = clients.find(|client| client.id == client_id).ok_or(SandboxError::UnknownClient)?;
        credentials::client(client, &environment.state(), self.endpoints(environment.id), self.pool()).await
    }

    /// The environment whose issuer this is, if it exists here.
    pub fn environment_of_issuer(&self, issuer: &str) -> Option<Uuid> {
        Endpoints::environment_of(&self.0.public_url, issuer).filter(|id| self.holds(*id))
    }

    /// The environment's time; `None` if there is no such environment.
    pub fn now(&self, environment: Uuid) -> Option<SystemTime> {
        self.clock(environment).ok().map(|clock| from_unix_seconds(clock.now))
    }

    /// The environment's clock as it stands.
    pub fn clock(&self, environment: Uuid) -> Result<ClockView, SandboxError> {
        Ok(self.get(environment)?.state().clock.view(self.wall()))
    }

    /// Moves or stops the environment's clock.
    pub fn set_clock(&self, environment: Uuid, change: ClockChange) -> Result<ClockView, SandboxError> {
        let wall = self.wall();
        Ok(self.get(environment)?.set_clock(change, wall)?.clock.view(wall))
    }

    /// The environment's switches.
    pub fn profile(&self, environment: Uuid) -> Result<Profile, SandboxError> {
        Ok(self.get(environment)?.state().profile)
    }

    /// Replaces the environment's switches.
    pub fn set_profile(&self, environment: Uuid, profile: Profile) -> Result<(), SandboxError> {
        self.get(environment)?.set_profile(profile);
        Ok(())
    }

    /// Gives the environment another name.
    pub fn rename(&self, environment: Uuid, name: String) -> Result<(), SandboxError> {
        self.get(environment)?.rename(name);
        Ok(())
    }

    /// Puts clock, switches, secret rotation and memories back to how they were seeded.
    pub fn reset(&self, environment: Uuid) -> Result<ResetReport, SandboxError> {
        self.get(environment)?.reset(self.wall());
        Ok(RESET)
    }
}
