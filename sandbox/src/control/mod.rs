//! The control API: what a person or a test suite does to environments. Its paths are relative to where it
//! is mounted, `/sandbox/_control` on the main server and `/_control` alone.

mod clock;
mod environments;
mod input;
mod problem;
mod requested_with;

use axum::{
    Router,
    http::{HeaderValue, header},
    middleware::map_response,
    response::Response,
    routing::{get, post},
};

use crate::Sandbox;
use problem::Problem;
pub use requested_with::require_requested_with;

pub(crate) fn router(sandbox: &Sandbox) -> Router {
    Router::new()
        .route("/environments", get(environments::list).post(environments::create))
        .route("/environments/{id}", get(environments::show).patch(environments::change))
        .route("/environments/{id}/clock", get(clock::show).post(clock::change))
        .route("/environments/{id}/reset", post(environments::reset))
        .fallback(async || Problem::not_found("No such control route."))
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .layer(map_response(no_store))
        .with_state(sandbox.clone())
}

/// The answers hold credentials, fixtures though they are.
async fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
