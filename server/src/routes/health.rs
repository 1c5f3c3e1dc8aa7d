//! Whether the server lives, and whether it can do its work.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde_json::json;

use crate::site::Site;

/// It answers, so it lives.
pub(crate) async fn healthz() -> Response {
    Json(json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")})).into_response()
}

/// Everything that answers at all is set up before the first connection is accepted; what can be missing
/// is the build of the pages.
pub(crate) async fn readyz(State(site): State<Arc<Site>>) -> Response {
    let (status, verdict, pages) = match site.hash() {
        Some(_) => (StatusCode::OK, "ready", "ok"),
        None => (StatusCode::SERVICE_UNAVAILABLE, "degraded", "not built: run `cargo xtask run`"),
    };
    let checks = json!({"pages": pages, "sandbox": "ok", "sessions": "ok"});
    (status, Json(json!({"status": verdict, "checks": checks}))).into_response()
}
