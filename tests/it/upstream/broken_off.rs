//! Connections that end too early: a request is never sent twice.

use super::{Step, Upstream, fails};
use crate::harness::{TestServer, closed_port};

async fn breaks(steps: Vec<Step>) -> serde_json::Value {
    let upstream = Upstream::doing(steps).await;
    let server = TestServer::start().await;
    let (_, call) = fails(&server.script(), &upstream.at("/token"), 502, "provider-unreachable").await;
    assert_eq!(upstream.connections(), 1, "tried once");
    call
}

#[tokio::test]
async fn a_reset_before_anything_is_read_is_told() {
    breaks(vec![Step::Reset]).await;
}

#[tokio::test]
async fn a_reset_after_the_request_is_told() {
    breaks(vec![Step::Read, Step::Reset]).await;
}

#[tokio::test]
async fn a_close_instead_of_an_answer_is_told() {
    breaks(vec![Step::Read]).await;
}

#[tokio::test]
async fn a_close_within_the_head_is_told() {
    breaks(vec![Step::Read, Step::Write(b"HTTP/1.1 200 OK\r\nContent-".to_vec())]).await;
}

#[tokio::test]
async fn a_close_within_the_body_is_told_and_what_came_is_kept() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":".to_vec();
    let call = breaks(vec![Step::Read, Step::Write(half)]).await;
    assert_eq!(call["outcome"]["failed"]["answer"]["body"], "{\"half\":");
}

#[tokio::test]
async fn something_that_is_not_http_is_told() {
    let call = breaks(vec![Step::Read, Step::Write(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec())]).await;
    assert!(call["outcome"]["failed"]["detail"].as_str().unwrap().contains("HTTP/1.1"), "{call}");
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_told() {
    let server = TestServer::start().await;
    let endpoint = format!("http://{}/token", closed_port());
    let (reply, _) = fails(&server.script(), &endpoint, 502, "provider-unreachable").await;
    assert!(reply.json()["detail"].as_str().unwrap().contains("refuses connections"));
}

#[tokio::test]
async fn pingone_out_of_reach_is_told_by_the_host_of_its_region() {
    let server = TestServer::start().await;
    let script = server.script();
    let body = serde_json::json!({
        "environment_id": "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63", "region": "EU",
        "client_id": "client", "client_secret": super::SECRET,
    });
    let reply = script.post("/api/token-exchange", body).await;
    reply.assert_problem(502, "provider-unreachable");
    assert!(reply.json()["detail"].as_str().unwrap().contains("auth.pingone.eu"));
    let call = super::failed_call(&script, &reply).await;
    let url = "https://auth.pingone.eu/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/token";
    assert_eq!(call["request"]["url"], url);
}

#[tokio::test]
async fn a_document_is_asked_for_twice_and_each_try_is_in_the_log() {
    let upstream = Upstream::doing(vec![Step::Read, Step::Reset]).await;
    let server = TestServer::start().await;
    let script = server.script();
    let reply = script.get(&format!("/api/discovery?issuer={}/as", upstream.base)).await;
    reply.assert_problem(502, "provider-unreachable");
    assert_eq!(upstream.connections(), 2);
    assert_eq!(script.get("/api/calls").await.json().as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn after_a_broken_connection_the_next_request_succeeds() {
    let token = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer"}"#;
    let good = super::response("200 OK", "", token);
    let upstream = Upstream::doing(vec![Step::Read, Step::Write(good), Step::Read, Step::Reset]).await;
    let server = TestServer::start().await;
    let script = server.script();
    for expected in [200, 502, 200] {
        let body = super::request_to(&upstream.at("/token"));
        script.post("/api/token-exchange", body).await.assert_status(expected);
    }
}
