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
    // A target in absolute form takes precedence over the field (RFC 9112 §3.2.2), which must not name
    // somebody else all the same: what is compared with it later would be.
    let named = request.uri().authority().map(http::uri::Authority::as_str);
    let accepted = |host: Option<&str>| host.is_some_and(|host| origin.accepts(host));
    if accepted(host) && (named.is_none() || accepted(named)) {
        Ok(next.run(request).await)
    } else {
        let detail = format!("This server is {}; it does not answer to another name.", origin.as_str());
        Err(Problem::new(Code::UnknownHost, detail))
    }
}
