//! The end of a session.

use axum::{
    Extension,
    response::{AppendHeaders, IntoResponse},
};
use http::StatusCode;

use crate::{backend::SessionBackend, middleware::session::SessionEnded, problem::Problem};

/// What a browser is to forget along with the session: the defaults and the theme it keeps.
const CLEAR_STORAGE: AppendHeaders<[(&str, &str); 1]> = AppendHeaders([("clear-site-data", "\"storage\"")]);

pub(crate) async fn end(backend: SessionBackend) -> Result<impl IntoResponse, Problem> {
    backend.end_session().await?;
    Ok((StatusCode::NO_CONTENT, CLEAR_STORAGE, Extension(SessionEnded)))
}
