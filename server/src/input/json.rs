//! The body of a request.

use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use http::{HeaderMap, header};

use super::{Shape, shape};
use crate::problem::{Code, Problem};

/// A JSON object of the right shape.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Shape, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(Code::UnsupportedMediaType, "Send Content-Type: application/json."));
        }
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|_| Problem::new(Code::TooLarge, "Send a smaller body."))?;
        shape::read(&body).map(Self)
    }
}

/// `application/json`, at most with the one charset JSON has.
fn is_json(headers: &HeaderMap) -> bool {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (essence, parameter) = text.split_once(';').unwrap_or((text, ""));
    let parameter = parameter.trim();
    essence.trim().eq_ignore_ascii_case("application/json")
        && (parameter.is_empty() || parameter.eq_ignore_ascii_case("charset=utf-8"))
}
