//! How large a request's head may be. The parser's own limits are wider, so that the answer can say what
//! is wrong.

use axum::{extract::Request, middleware::Next, response::Response};
use http::{HeaderMap, Uri};

use crate::problem::{Code, Problem};

/// Longest request target in bytes.
const URI: usize = 8 * 1024;
/// Most header fields.
const FIELDS: usize = 64;
/// Names and values of all header fields together, in bytes.
const FIELD_BYTES: usize = 16 * 1024;

/// Middleware: 414 and 431.
pub(crate) async fn limit(request: Request, next: Next) -> Result<Response, Problem> {
    if length(request.uri()) > URI {
        return Err(Problem::new(Code::UriTooLong, "Use at most 8 KiB for path and query."));
    }
    if request.headers().len() > FIELDS || bytes(request.headers()) > FIELD_BYTES {
        return Err(Problem::new(Code::HeadersTooLarge, "Use at most 64 header fields with 16 KiB in all."));
    }
    Ok(next.run(request).await)
}

fn length(uri: &Uri) -> usize {
    uri.path_and_query().map_or(0, |target| target.as_str().len())
}

fn bytes(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}
