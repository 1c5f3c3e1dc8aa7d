//! What every answer of the provider has in common.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{
    Sandbox,
    correlation::{CORRELATION_ID, CorrelationId},
};

/// Headers of every answer, unless a handler set its own. `Strict-Transport-Security` and
/// `Access-Control-Allow-Origin` are left out on purpose, see the README.
const COMMON: [(HeaderName, &str); 9] = [
    (header::CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate"),
    (header::PRAGMA, "no-cache"),
    (header::EXPIRES, "0"),
    (header::VARY, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::X_XSS_PROTECTION, "1; mode=block"),
    (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE, OPTIONS"),
    (header::ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization, Content-Type, Correlation-Id"),
];

/// Middleware: gives the call its correlation id and the answer the common headers.
pub(crate) async fn dress(State(sandbox): State<Sandbox>, mut request: Request, next: Next) -> Response {
    let correlation = CorrelationId(sandbox.correlation_id());
    request.extensions_mut().insert(correlation);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(value) = correlation.header() {
        headers.insert(CORRELATION_ID, value);
    }
    for (name, value) in COMMON {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
