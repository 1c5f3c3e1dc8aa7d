//! Files of the built pages.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, Uri};

use crate::{
    problem::{Code, Problem},
    site::Site,
};

/// A file of this build. Another build's files are gone, and so is a page that asks for them.
pub(crate) async fn immutable(
    State(site): State<Arc<Site>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let missing = || Problem::new(Code::NotFound, "This build has no such file. Reload the page.");
    site.file(uri.path()).map(|file| file.response(&headers)).ok_or_else(missing)
}

/// Middleware: icons and `robots.txt`, which have their address beside the pages.
pub(crate) async fn root_files(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    match site.file(request.uri().path()) {
        Some(file) => file.response(request.headers()).into_response(),
        None => next.run(request).await,
    }
}
