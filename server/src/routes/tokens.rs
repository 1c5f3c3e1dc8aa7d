//! The tokens of the caller's session.

use app::api::{Backend, RevealedTokens, TokenView, Verification, VerifyRequest};
use axum::extract::Path;
use http::StatusCode;

use super::Answered;
use crate::{backend::SessionBackend, input::Json, middleware::session::CurrentSession, problem::Problem};

pub(crate) async fn list(backend: SessionBackend) -> Answered<Vec<TokenView>> {
    Ok(axum::Json(backend.tokens().await?))
}

pub(crate) async fn show(backend: SessionBackend, Path(id): Path<String>) -> Answered<TokenView> {
    Ok(axum::Json(backend.token(&id).await?))
}

pub(crate) async fn forget(backend: SessionBackend, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    backend.forget_token(&id)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The only answer with a whole token in it, and therefore a rare one.
pub(crate) async fn reveal(
    CurrentSession(session): CurrentSession,
    backend: SessionBackend,
    Path(id): Path<String>,
) -> Answered<RevealedTokens> {
    session.reveals.take()?;
    Ok(axum::Json(backend.reveal_token(&id).await?))
}

pub(crate) async fn verify(
    backend: SessionBackend,
    Json(request): Json<VerifyRequest>,
) -> Answered<Verification> {
    Ok(axum::Json(backend.verify_token(request).await?))
}
