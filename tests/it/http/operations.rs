//! The operations that need no authorization server, and what is not there.

use reqwest::Method;
use serde_json::json;

use crate::harness::TestServer;

#[tokio::test]
async fn an_operation_that_is_not_there_is_404_with_a_body() {
    let server = TestServer::start().await;
    let script = server.script();
    for path in [
        "/api",
        "/api/",
        "/api/nothing",
        "/api/tokens/a/b",
        "/api/openapi.json",
        "/api/preflight",
        "/api/introspect",
    ] {
        script.get(path).await.assert_problem(404, "not-found");
        script.post(path, json!({})).await.assert_problem(404, "not-found");
    }
}

#[tokio::test]
async fn a_wrong_method_is_405_with_a_body_and_the_right_ones() {
    let server = TestServer::start().await;
    let script = server.script();
    for (path, allowed) in [
        ("/api/token-exchange", "POST"),
        ("/api/tokens", "GET,HEAD"),
        ("/api/tokens/some", "GET,HEAD,DELETE"),
        ("/api/calls", "GET,HEAD,DELETE"),
        ("/api/draft/client-credentials", "GET,HEAD,PUT"),
        ("/api/session", "DELETE"),
        ("/healthz", "GET,HEAD"),
        ("/", "GET,HEAD"),
    ] {
        let reply = script.call(Method::PATCH, path, None).await;
        assert_eq!(reply.assert_problem(405, "method-not-allowed").header("allow"), allowed, "{path}");
    }
}

#[tokio::test]
async fn a_refused_request_begins_no_session() {
    let server = TestServer::start().await;
    for (method, path) in [
        (Method::GET, "/api/nothing"),
        (Method::PATCH, "/api/tokens"),
        (Method::GET, "/healthz"),
        (Method::GET, "/"),
    ] {
        let reply = server.script().call(method, path, None).await;
        assert_eq!((reply.header("x-session-id"), reply.header("set-cookie")), ("", ""), "{path}");
    }
}

#[tokio::test]
async fn a_draft_is_kept_as_typed() {
    let server = TestServer::start().await;
    let script = server.script();
    let path = "/api/draft/client-credentials";
    assert_eq!(script.get(path).await.assert_status(200).json()["target"], "sandbox");
    let typed =
        json!({"target": "pingone", "environment_id": "half an i", "scopes": ["a", "b"], "resources": [""]});
    script.call(Method::PUT, path, Some(typed)).await.assert_status(204);
    let kept = script.get(path).await.json();
    assert_eq!((&kept["environment_id"], &kept["scopes"]), (&json!("half an i"), &json!(["a", "b"])));
    let secret = json!({"client_id": "x", "client_secret": "canary"});
    let refused = script.call(Method::PUT, path, Some(secret)).await;
    assert_eq!(refused.assert_problem(422, "invalid-input").pointers(), ["/client_secret"]);
    assert_eq!(script.get(path).await.json(), kept);
}

#[tokio::test]
async fn health_and_readiness_tell_themselves_apart() {
    let server = TestServer::start().await;
    let health = server.get("/healthz").await;
    assert_eq!(health.assert_status(200).json()["status"], "ok");
    assert!(health.json()["version"].is_string());
    let ready = server.get("/readyz").await;
    assert_eq!(ready.assert_status(200).json()["status"], "ready");
}

#[tokio::test]
async fn without_the_built_pages_the_server_runs_and_says_what_to_do() {
    let server = TestServer::start_with(|settings, _| settings.site = "/nowhere".into()).await;
    let ready = server.get("/readyz").await;
    assert_eq!(ready.assert_status(503).json()["status"], "degraded");
    assert!(ready.text().contains("cargo xtask run"));
    server.get("/healthz").await.assert_status(200);
    server.get("/api/tokens").await.assert_status(200);
    assert!(!server.get("/").await.assert_status(200).text().contains("/pkg/"));
}
