//! The call log of the caller's session.

use app::api::{Backend, CallSummary};
use axum::{Json, extract::Path};
use http::StatusCode;
use oauth::exchange::Exchange;

use super::Answered;
use crate::backend::SessionBackend;

pub(crate) async fn list(backend: SessionBackend) -> Answered<Vec<CallSummary>> {
    Ok(Json(backend.calls().await?))
}

pub(crate) async fn show(backend: SessionBackend, Path(id): Path<String>) -> Answered<Exchange> {
    Ok(Json(backend.call(&id).await?))
}

pub(crate) async fn clear(backend: SessionBackend) -> StatusCode {
    backend.clear_calls();
    StatusCode::NO_CONTENT
}
