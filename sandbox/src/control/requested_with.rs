//! The header that tells our callers from a foreign page.

use axum::{
    extract::Request,
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::Problem;

/// Middleware: a call that changes something must carry `X-Requested-With: authz-flows`, which no other
/// site's page can send without a preflight; else 403 `missing-header`.
pub async fn require_requested_with(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let says_so = request.headers().get("x-requested-with").is_some_and(|value| value == "authz-flows");
    if reads || says_so { next.run(request).await } else { Problem::missing_header().into_response() }
}
