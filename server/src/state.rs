//! What all requests share.

use std::sync::Arc;

use axum::extract::FromRef;
use sandbox::Sandbox;

use crate::{Outbound, OwnOrigin, Settings, clock::Clock, session::SessionStore, site::Site};

/// Shared by every request; a clone is a handful of reference counts.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// What was chosen at the start.
    pub settings: Arc<Settings>,
    /// The address under which people and the sandbox's issuers reach this server.
    pub origin: OwnOrigin,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who has called.
    pub sessions: Arc<dyn SessionStore>,
    /// The simulated provider.
    pub sandbox: Sandbox,
    /// Calls to authorization servers.
    pub outbound: Arc<Outbound>,
    /// The built pages.
    pub(crate) site: Arc<Site>,
}
