//! The caller's own environment of the simulated provider.

use app::api::{SandboxEnvironment, SandboxReset};
use axum::Json;

use super::Answered;
use crate::backend::SessionBackend;

pub(crate) async fn environment(backend: SessionBackend) -> Answered<SandboxEnvironment> {
    Ok(Json(backend.sandbox_credentials().await?))
}

pub(crate) async fn reset(backend: SessionBackend) -> Answered<SandboxReset> {
    Ok(Json(backend.reset_sandbox().await?))
}
