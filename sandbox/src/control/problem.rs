//! What went wrong with a control call
//! ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).

use axum::{
    Json,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::SandboxError;

/// A problem document.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    /// Stable, kebab-case.
    code: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
}

/// One fault of the input.
#[derive(Debug, Serialize)]
pub(super) struct Fault {
    /// JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
    pub(super) pointer: String,
    pub(super) code: &'static str,
    pub(super) detail: String,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        let status = status.as_u16();
        Self { r#type: "about:blank", title, status, detail: detail.into(), code, errors: Vec::new() }
    }

    pub(super) fn not_found(detail: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    pub(super) fn method_not_allowed() -> Self {
        let detail = "This control route does not take this method.";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed", detail)
    }

    pub(super) fn missing_header() -> Self {
        let detail = "Send the header X-Requested-With: authz-flows with a call that changes something.";
        Self::new(StatusCode::FORBIDDEN, "missing-header", "Header missing", detail)
    }

    pub(super) fn too_large(limit: usize) -> Self {
        let detail = format!("The body must not be larger than {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Body too large", detail)
    }

    pub(super) fn not_json() -> Self {
        let detail = "Send the body as application/json.";
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        Self::new(status, "unsupported-media-type", "Not JSON", detail)
    }

    pub(super) fn malformed_json(error: &serde_json::Error) -> Self {
        let detail = format!("Line {}, column {} is not JSON.", error.line(), error.column());
        Self::new(StatusCode::BAD_REQUEST, "malformed-json", "Malformed JSON", detail)
    }

    pub(super) fn invalid_input(errors: Vec<Fault>) -> Self {
        let detail = "See errors for every fault.";
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self { errors, ..Self::new(status, "invalid-input", "Invalid input", detail) }
    }
}

impl From<SandboxError> for Problem {
    fn from(error: SandboxError) -> Self {
        let detail = error.to_string();
        match error {
            SandboxError::UnknownEnvironment | SandboxError::UnknownClient => {
                Self::not_found("There is no such environment; the least recently used ones make room.")
            }
            SandboxError::ClockTooFar => Self::invalid_input(vec![Fault {
                pointer: String::new(),
                code: "out-of-range",
                detail: format!("{detail}: keep within ten years of the wall clock"),
            }]),
            SandboxError::KeyMaterial => {
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "Internal error", detail)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
            (HeaderName::from_static("x-error-source"), HeaderValue::from_static("server")),
        ];
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, headers, Json(self)).into_response()
    }
}
