//! Token requests.

use app::api::{Backend, Preview, TokenExchange};

use super::{Answered, answer::Answer};
use crate::{backend::SessionBackend, input::Json, problem::Problem};

pub(crate) async fn exchange(
    backend: SessionBackend,
    Json(request): Json<TokenExchange>,
) -> Result<Answer, Problem> {
    Ok(Answer(backend.exchange_token(request).await?))
}

pub(crate) async fn preview(
    backend: SessionBackend,
    Json(request): Json<TokenExchange>,
) -> Answered<Preview> {
    Ok(axum::Json(backend.preview(request).await?))
}
