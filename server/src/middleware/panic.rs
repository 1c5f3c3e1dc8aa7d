//! A fault of ours costs one request, and tells nothing.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::problem::Problem;

/// The answer to a request whose handler panicked. The message of the panic may hold a value that must
/// not be seen, so neither the answer nor the log has it.
pub(crate) fn answer(_message: Box<dyn Any + Send>) -> Response {
    let id = Uuid::new_v4().to_string();
    tracing::error!(id, "a request ended in a panic");
    Problem::internal(&id).into_response()
}
