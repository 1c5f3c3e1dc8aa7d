//! How large a request's body may be and how long it may take. It is read before the handler runs, so
//! that no handler waits for a slow sender.

use std::time::Duration;

use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::{
    AppState,
    problem::{Code, Problem},
};

/// How much of a body is read, and for how long.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyLimit {
    bytes: usize,
    time: Duration,
}

impl BodyLimit {
    /// So many kibibytes, within the time the settings allow.
    pub(crate) fn new(kibibytes: usize, state: &AppState) -> Self {
        Self { bytes: kibibytes * 1024, time: state.settings.limits.body }
    }
}

/// Middleware: 413 and 408.
pub(crate) async fn read(State(limit): State<BodyLimit>, request: Request, next: Next) -> Response {
    match whole(limit, request).await {
        Ok(request) => next.run(request).await,
        Err(problem) => closing(problem),
    }
}

async fn whole(limit: BodyLimit, request: Request) -> Result<Request, Problem> {
    let (parts, body) = request.into_parts();
    let reading = Limited::new(body, limit.bytes).collect();
    let read = tokio::time::timeout(limit.time, reading).await.map_err(|_| too_slow(limit.time))?;
    let body = read.map_err(|error| unread(&*error, limit.bytes))?.to_bytes();
    Ok(Request::from_parts(parts, Body::from(body)))
}

fn unread(error: &(dyn std::error::Error + 'static), limit: usize) -> Problem {
    if error.is::<LengthLimitError>() {
        Problem::new(Code::TooLarge, format!("Use at most {} KiB for a body.", limit / 1024))
    } else {
        Problem::new(Code::MalformedJson, "The body ended early or is not framed as its headers say.")
    }
}

fn too_slow(time: Duration) -> Problem {
    Problem::new(Code::RequestTimeout, format!("The body did not arrive within {} s.", time.as_secs()))
}

/// What is left of the body is not waited for.
fn closing(problem: Problem) -> Response {
    let mut response = problem.into_response();
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
