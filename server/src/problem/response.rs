//! A problem as an HTTP response.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};

use super::Problem;

/// Who is to blame for an error: this server or the provider.
pub(crate) const ERROR_SOURCE: &str = "x-error-source";

/// What to wait, in seconds, where nobody knows better.
const SHORT_WAIT: u32 = 1;

impl Problem {
    /// `Retry-After` goes with every answer that asks to wait.
    fn wait(&self, status: StatusCode) -> Option<u32> {
        let asks_to_wait = [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE].contains(&status);
        self.retry_after.or(asks_to_wait.then_some(SHORT_WAIT))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.document.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let wait = self.wait(status);
        let mut response = (status, Json(self.document)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(ERROR_SOURCE, HeaderValue::from_static("server"));
        if let Some(seconds) = wait {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
