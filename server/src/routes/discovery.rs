//! Metadata of authorization servers.

use app::api::{Discovery, TargetQuery};
use axum::Json;

use super::Answered;
use crate::{backend::SessionBackend, input::Query};

pub(crate) async fn discover(
    backend: SessionBackend,
    Query(target): Query<TargetQuery>,
) -> Answered<Discovery> {
    Ok(Json(backend.discover(target).await?))
}
