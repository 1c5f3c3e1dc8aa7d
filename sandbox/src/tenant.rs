//! Which environment a call is for.

use axum::{
    extract::{RawPathParams, Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{
    Sandbox,
    correlation::CorrelationId,
    management,
    world::{from_unix_seconds, parse_id},
};

/// Middleware: puts the environment of the path into the request, or answers 404. `Date` follows the
/// environment's clock, because that is how a client measures the skew to its provider.
pub(crate) async fn resolve(
    State(sandbox): State<Sandbox>,
    params: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let id = params.iter().find(|(name, _)| *name == "environment").and_then(|(_, id)| parse_id(id));
    let Some(environment) = id.and_then(|id| sandbox.find(id)) else {
        let correlation = request.extensions().get::<CorrelationId>().copied();
        return management::unknown_environment(correlation, id);
    };
    let now = sandbox.time_of(&environment);
    request.extensions_mut().insert(environment);
    let mut response = next.run(request).await;
    if let Ok(date) = HeaderValue::try_from(httpdate::fmt_http_date(from_unix_seconds(now))) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}
