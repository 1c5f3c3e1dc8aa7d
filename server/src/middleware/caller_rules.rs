//! Who may change something: the header that no form can add, and for browsers the same origin.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, Method, header};

use crate::{
    OwnOrigin,
    problem::{Code, Problem},
    session::Provenance,
};

/// Middleware: 403 `missing-header` and `cross-site`.
pub(crate) async fn check(
    State(origin): State<OwnOrigin>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if changes_something(&request) {
        if !has_marker(request.headers()) {
            return Err(missing_header());
        }
        if !Provenance::new(request.headers(), &origin).may_change() {
            return Err(cross_site());
        }
    }
    Ok(next.run(request).await)
}

/// Everything but a plain question, and a question with a body.
fn changes_something(request: &Request) -> bool {
    let asks = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    let length = request.headers().get(header::CONTENT_LENGTH);
    let has_body = length.is_some_and(|length| length != "0")
        || request.headers().contains_key(header::TRANSFER_ENCODING);
    !asks || has_body
}

fn has_marker(headers: &HeaderMap) -> bool {
    headers.get("x-requested-with").is_some_and(|value| value == "authz-flows")
}

fn missing_header() -> Problem {
    Problem::new(Code::MissingHeader, "Send the header X-Requested-With: authz-flows.")
}

/// The refusal of what a page of another site made a browser send.
pub(crate) fn cross_site() -> Problem {
    Problem::new(Code::CrossSite, "A browser may only send this from a page of this server.")
}
