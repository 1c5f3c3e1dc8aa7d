//! The handle.

use std::{sync::Arc, time::SystemTime};

use axum::Router;
use serde::Serialize;
use uuid::Uuid;

use super::{ClockChange, ClockView, EnvironmentView, FixtureClient, Profile, SandboxError};
use crate::{Clock, PublicUrl, SystemClock};

/// What a sandbox is made of.
#[derive(Clone)]
pub struct SandboxOptions {
    /// Base of issuers and links, prefix included.
    pub public_url: PublicUrl,
    /// The wall clock.
    pub clock: Arc<dyn Clock>,
    /// Bounds.
    pub limits: Limits,
}

impl Default for SandboxOptions {
    fn default() -> Self {
        Self { public_url: PublicUrl::default(), clock: Arc::new(SystemClock), limits: Limits::default() }
    }
}

/// Bounds of a sandbox.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Environments held; beyond it the least recently used one goes.
    pub environments: usize,
    /// Largest request body in bytes.
    pub body_bytes: usize,
    /// Assertion ids remembered per environment for strict `jti`.
    pub remembered_jtis: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { environments: 500, body_bytes: 64 * 1024, remembered_jtis: 10_000 }
    }
}

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
    pub reset: Vec<&'static str>,
    /// Names of what a reset never touches.
    pub kept: Vec<&'static str>,
}

/// All environments, and the routers that show them. Clones share everything.
#[derive(Clone)]
pub struct Sandbox;

impl Sandbox {
    /// An empty sandbox. It makes no key yet and takes no measurable time.
    ///
    /// # Errors
    /// [`SandboxError::KeyMaterial`] if the operating system gives no randomness.
    pub fn new(_options: SandboxOptions) -> Result<Self, SandboxError> {
        Err(SandboxError::KeyMaterial)
    }

    /// Makes spare keys in the background, so that the first environment need not wait for them. Call it
    /// inside a Tokio runtime, after start-up.
    pub fn warm_up(&self) {}

    /// The provider's routes: to be mounted where [`PublicUrl`] says.
    pub fn router(&self) -> Router {
        Router::new()
    }

    /// The control API's routes. The mounting side enforces who may call.
    pub fn control_router(&self) -> Router {
        Router::new()
    }

    /// Makes an environment without its keys yet (microseconds), or finds the one of the same seed.
    pub fn open(&self, _new: NewEnvironment) -> Uuid {
        Uuid::nil()
    }

    /// [`Self::open`], then [`Self::environment`].
    pub async fn create_environment(&self, new: NewEnvironment) -> Result<EnvironmentView, SandboxError> {
        self.environment(self.open(new)).await
    }

    /// Whether the environment exists.
    pub fn holds(&self, _environment: Uuid) -> bool {
        false
    }

    /// The environment with all credentials; makes keys that do not exist yet.
    pub async fn environment(&self, _id: Uuid) -> Result<EnvironmentView, SandboxError> {
        Err(SandboxError::UnknownEnvironment)
    }

    /// One client's credentials, by client id.
    pub async fn client(&self, _environment: Uuid, _client_id: Uuid) -> Result<FixtureClient, SandboxError> {
        Err(SandboxError::UnknownClient)
    }

    /// The environment whose issuer this is, if it exists here.
    pub fn environment_of_issuer(&self, _issuer: &str) -> Option<Uuid> {
        None
    }

    /// The environment's time; `None` if there is no such environment.
    pub fn now(&self, _environment: Uuid) -> Option<SystemTime> {
        None
    }

    /// The environment's clock as it stands.
    pub fn clock(&self, _environment: Uuid) -> Result<ClockView, SandboxError> {
        Err(SandboxError::UnknownEnvironment)
    }

    /// Moves or stops the environment's clock.
    pub fn set_clock(&self, _environment: Uuid, _change: ClockChange) -> Result<ClockView, SandboxError> {
        Err(SandboxError::UnknownEnvironment)
    }

    /// Replaces the environment's switches.
    pub fn set_profile(&self, _environment: Uuid, _profile: Profile) -> Result<(), SandboxError> {
        Err(SandboxError::UnknownEnvironment)
    }

    /// Puts clock, switches, secret rotation and memories back to how they were seeded.
    pub fn reset(&self, _environment: Uuid) -> Result<ResetReport, SandboxError> {
        Err(SandboxError::UnknownEnvironment)
    }
}
