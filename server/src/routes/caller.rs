//! The backend of whoever calls.

use axum::extract::{FromRef, FromRequestParts};
use http::request::Parts;

use crate::{
    AppState,
    backend::SessionBackend,
    middleware::{Reached, session::CurrentSession},
    problem::Problem,
};

impl<S: Send + Sync> FromRequestParts<S> for SessionBackend
where
    AppState: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let CurrentSession(session) = CurrentSession::from_request_parts(parts, state).await?;
        let reached = parts.extensions.get::<Reached>().cloned().unwrap_or_default();
        Ok(Self::new(AppState::from_ref(state), session, reached))
    }
}
