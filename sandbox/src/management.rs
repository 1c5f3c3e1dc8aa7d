//! PingOne's second error family, `{id, code, message}`, as far as it is needed outside the token
//! endpoint, and the routes that are not built yet.

use axum::{
    Extension, Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use uuid::Uuid;

use crate::correlation::CorrelationId;

#[derive(Serialize)]
struct ManagementError {
    /// The correlation id.
    id: Option<Uuid>,
    code: &'static str,
    message: String,
}

fn answer(
    status: StatusCode,
    correlation: Option<CorrelationId>,
    code: &'static str,
    message: String,
) -> Response {
    (status, Json(ManagementError { id: correlation.map(|id| id.0), code, message })).into_response()
}

/// 404 for an environment that does not exist, or whose id is none.
pub(crate) fn unknown_environment(correlation: Option<CorrelationId>, id: Option<Uuid>) -> Response {
    let message = id.map_or_else(
        || "The request could not be completed. The requested resource was not found.".to_owned(),
        |id| format!("Unable to find environment with ID: '{id}'"),
    );
    answer(StatusCode::NOT_FOUND, correlation, "NOT_FOUND", message)
}

/// 500 when key material is not to be had.
pub(crate) fn unexpected(correlation: CorrelationId) -> Response {
    let message = "The sandbox could not make a key.".to_owned();
    answer(StatusCode::INTERNAL_SERVER_ERROR, Some(correlation), "UNEXPECTED_ERROR", message)
}

/// 501 for a route that PingOne has and the sandbox does not.
pub(crate) async fn not_implemented(Extension(correlation): Extension<CorrelationId>) -> Response {
    let message = "PingOne has this route; the sandbox does not answer it yet.".to_owned();
    answer(StatusCode::NOT_IMPLEMENTED, Some(correlation), "NOT_IMPLEMENTED", message)
}
