//! The API gateway in front of PingOne. It answers routes and methods that do not exist, and is known by
//! a body that has nothing but `message`.

use aws_lc_rs::digest::{SHA256, digest};
use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde_json::json;

/// 403, with the words that depend on whether an `Authorization` header came along.
pub(crate) async fn no_such_route(headers: HeaderMap) -> Response {
    let message = headers.get(header::AUTHORIZATION).map_or_else(
        || "Missing Authentication Token".to_owned(),
        |value| {
            let hash = BASE64.encode(digest(&SHA256, value.as_bytes()));
            format!(
                "Invalid key=value pair (missing equal-sign) in Authorization header \
                 (hashed with SHA-256 and encoded with Base64): '{hash}'."
            )
        },
    );
    (StatusCode::FORBIDDEN, Json(json!({ "message": message }))).into_response()
}
