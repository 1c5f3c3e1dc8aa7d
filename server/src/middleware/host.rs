//! Which `Host` a request may name. A name that was made to point here (DNS rebinding) is none of them.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::header::HOST;

use crate::{
    OwnOrigin,
    problem::{Code, Problem},
};

/// Middleware: 421 for a host this server is not.
pub(crate) async fn check(
    State(origin): State<OwnOrigin>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let mut hosts = request.headers().get_all(HOST).iter();
    // Two of them could be read in two ways.
    let host = hosts.next().filter(|_| hosts.next().is_none()).and_then(|host| host.to_str().ok());
    // A target in absolute form takes precedence over the field (RFC 9112 §3.2.2).
    let host = request.uri().authority().map_or(host, |authority| Some(authority.as_str()));
    if host.is_some_and(|host| origin.accepts(host)) {
        Ok(next.run(request).await)
    } else {
        let detail = format!("This server is {}; it does not answer to another name.", origin.as_str());
        Err(Problem::new(Code::UnknownHost, detail))
    }
}
