//! A fault of ours costs one request, and tells nothing.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::problem::Problem;

/// The answer to a request whose handler panicked. The message of the panic may hold a value that must
/// not be seen, so neither the answer nor the log has it.
pub(crate) fn answer(_message: Box<dyn Any + Send>) -> Response {
    let id = Uuid::new_v4().to_string();
    tracing::error!(id, "a request ended in a panic");
    Problem::internal(&id).into_response()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests state their expectations")]
mod tests {
    use axum::{Router, body::Body, extract::Request, routing::get};
    use http::StatusCode;
    use http_body_util::BodyExt;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    async fn ask(router: &Router, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.into()).unwrap())
    }

    #[tokio::test]
    #[expect(clippy::panic, reason = "the panic is what is tested")]
    async fn a_panic_costs_one_request_and_tells_an_id_and_nothing_else() {
        let router = Router::new()
            .route("/panic", get(async || -> () { panic!("canary") }))
            .route("/fine", get(|| async { "fine" }))
            .layer(CatchPanicLayer::custom(super::answer));
        let (status, body) = ask(&router, "/panic").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        let problem: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(problem["code"], "internal");
        assert!(!body.contains("canary") && !body.contains(".rs"), "{body}");
        assert_ne!(body, ask(&router, "/panic").await.1);
        assert_eq!(ask(&router, "/fine").await, (StatusCode::OK, "fine".to_owned()));
    }
}
