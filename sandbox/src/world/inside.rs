//! What the routes need of the handle.

use std::sync::{Arc, atomic::Ordering};

use uuid::Uuid;

use super::{
    EnvironmentView, Limits, Sandbox, SandboxError, credentials, endpoints::Endpoints,
    environment::Environment, time::unix_seconds,
};
use crate::keys::KeyPool;

impl Sandbox {
    pub(crate) fn find(&self, id: Uuid) -> Option<Arc<Environment>> {
        self.0.environments.find(id)
    }

    pub(super) fn get(&self, id: Uuid) -> Result<Arc<Environment>, SandboxError> {
        self.find(id).ok_or(SandboxError::UnknownEnvironment)
    }

    /// The most recently used environments, latest first, and how many there are. Looking at them does not
    /// count as a use.
    pub(crate) async fn latest(&self, count: usize) -> Result<(Vec<EnvironmentView>, usize), SandboxError> {
        let (environments, total) = self.0.environments.latest(count);
        let mut views = Vec::with_capacity(environments.len());
        for environment in environments {
            views.push(self.view(&environment).await?);
        }
        Ok((views, total))
    }

    /// The environment with all credentials.
    pub(super) async fn view(&self, environment: &Environment) -> Result<EnvironmentView, SandboxError> {
        credentials::environment(environment, self.endpoints(environment.id), self.pool(), self.wall()).await
    }

    pub(crate) fn endpoints(&self, environment: Uuid) -> Endpoints<'_> {
        Endpoints::new(&self.0.public_url, environment)
    }

    pub(crate) fn pool(&self) -> &Arc<KeyPool> {
        &self.0.pool
    }

    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    /// Seconds since 1970 on the wall clock.
    pub(crate) fn wall(&self) -> i64 {
        unix_seconds(self.0.clock.now())
    }

    /// The environment's time, seconds since 1970.
    pub(crate) fn time_of(&self, environment: &Environment) -> i64 {
        environment.state().clock.now(self.wall())
    }

    /// A new correlation id.
    pub(crate) fn correlation_id(&self) -> Uuid {
        self.0.root.uuid(&self.draw("correlation"))
    }

    /// A label that was not used before.
    pub(super) fn draw(&self, purpose: &str) -> String {
        format!("{purpose}/{}", self.0.drawn.fetch_add(1, Ordering::Relaxed))
    }
}
