//! What a person has typed, without secrets.

use app::api::{Backend, DraftDocument, Flow};
use axum::extract::Path;
use http::StatusCode;

use super::Answered;
use crate::{backend::SessionBackend, input::Json, problem::Problem};

pub(crate) async fn show(backend: SessionBackend, Path(flow): Path<String>) -> Answered<DraftDocument> {
    Ok(axum::Json(backend.draft(known(&flow)?).await?))
}

pub(crate) async fn save(
    backend: SessionBackend,
    Path(flow): Path<String>,
    Json(draft): Json<DraftDocument>,
) -> Result<StatusCode, Problem> {
    backend.save_draft(known(&flow)?, draft).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn known(flow: &str) -> Result<Flow, Problem> {
    flow.parse().map_err(|_| Problem::not_found("flow"))
}
