//! How large a request may be. Each limit is met exactly: the last size that fits, and the first that
//! does not.

use reqwest::Method;

use super::wire::Wire;
use crate::harness::{Reply, TestServer};

const KIB: usize = 1024;

#[tokio::test]
async fn a_body_may_have_64_kib() {
    let server = TestServer::start().await;
    for (bytes, status) in [(64 * KIB, 422), (64 * KIB + 1, 413)] {
        let body = format!("{{\"x\":\"{}\"}}", "a".repeat(bytes - 8));
        assert_eq!(body.len(), bytes);
        let request =
            server.request(Method::POST, "/api/token-exchange").header("x-requested-with", "authz-flows");
        let reply = Reply::to(request.header("content-type", "application/json").body(body)).await;
        reply.assert_status(status);
        if status == 413 {
            reply.assert_problem(413, "too-large");
        }
    }
}

#[tokio::test]
async fn a_body_without_a_length_is_cut_off_at_the_same_size() {
    let server = TestServer::start().await;
    let head = "POST /api/token-exchange HTTP/1.1\r\nhost: {host}\r\nx-requested-with: authz-flows\r\n\
                content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    let mut wire = Wire::to(&server).await;
    wire.send(head.replace("{host}", &server.address.to_string())).await;
    let chunk = format!("8000\r\n{}\r\n", "a".repeat(32 * KIB));
    for _ in 0..3 {
        wire.send(&chunk).await;
    }
    let reply = wire.read_to_end().await.unwrap();
    assert!(reply.starts_with("HTTP/1.1 413 ") && reply.contains("\"too-large\""), "{reply}");
}

#[tokio::test]
async fn a_target_may_have_8_kib() {
    let server = TestServer::start().await;
    let path = |bytes: usize| format!("/api/{}", "a".repeat(bytes - 5));
    server.get(&path(8 * KIB)).await.assert_problem(404, "not-found");
    server.get(&path(8 * KIB + 1)).await.assert_problem(414, "uri-too-long");
    server.get(&path(60 * KIB)).await.assert_problem(414, "uri-too-long");
}

#[tokio::test]
async fn there_may_be_64_header_fields_with_16_kib() {
    let server = TestServer::start().await;
    let host = server.address.to_string();
    let ask = async |fields: usize, bytes: usize| {
        let lines: Vec<String> =
            (1..fields).map(|number| format!("x-{number}: {}\r\n", "a".repeat(bytes))).collect();
        let request = format!("GET /healthz HTTP/1.1\r\nhost: {host}\r\n{}\r\n", lines.concat());
        let mut wire = Wire::to(&server).await;
        wire.send(request).await;
        wire.read_some().await
    };
    assert!(ask(64, 10).await.starts_with("HTTP/1.1 200 "));
    for (fields, bytes) in [(65, 1), (200, 1), (20, KIB), (60, KIB)] {
        let reply = ask(fields, bytes).await;
        assert!(
            reply.starts_with("HTTP/1.1 431 ") && reply.contains("headers-too-large"),
            "{fields}: {reply}"
        );
        assert!(reply.contains("frame-ancestors 'none'"), "{reply}");
    }
}

#[tokio::test]
async fn what_the_parser_itself_refuses_closes_the_connection() {
    let server = TestServer::start().await;
    let endless = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}", "a".repeat(256 * KIB));
    for request in [
        &*endless,
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nhost : x\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
    ] {
        let mut wire = Wire::to(&server).await;
        // The server may close before everything is sent, which is the point.
        wire.send_if_open(request).await;
        let reply = wire.read_to_end().await.unwrap_or_else(|| "open".to_owned());
        assert!(reply.is_empty() || reply.starts_with("HTTP/1.1 4"), "{reply}");
    }
}

#[tokio::test]
async fn a_request_that_could_be_read_in_two_ways_is_refused() {
    let server = TestServer::start().await;
    let host = server.address;
    let common =
        format!("POST /api/token-exchange HTTP/1.1\r\nhost: {host}\r\nx-requested-with: authz-flows\r\n");
    for framing in [
        "content-length: 4\r\ncontent-length: 5\r\n\r\nabcde",
        "content-length: +4\r\n\r\nabcd",
        "content-length: 4, 5\r\n\r\nabcde",
        "transfer-encoding: gzip\r\n\r\n",
        "transfer-encoding: chunked\r\n\r\nzz\r\n",
    ] {
        let reply = Wire::ask(&server, format!("{common}{framing}")).await;
        assert!(reply.starts_with("HTTP/1.1 400 "), "{framing:?}: {reply}");
    }
}

#[tokio::test]
async fn a_stranger_to_http_1_1_without_host_is_refused() {
    let server = TestServer::start().await;
    let reply = Wire::ask(&server, "GET / HTTP/1.0\r\n\r\n").await;
    assert!(reply.contains(" 421 ") && reply.contains("unknown-host"), "{reply}");
}

#[tokio::test]
async fn a_token_may_be_shown_ten_times_a_minute() {
    let server = TestServer::start().await;
    let (script, other) = (server.script(), server.script());
    let reveal = "/api/tokens/none/reveal";
    for _ in 0..10 {
        script.call(Method::POST, reveal, None).await.assert_problem(404, "not-found");
    }
    let refused = script.call(Method::POST, reveal, None).await;
    refused.assert_problem(429, "rate-limited");
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    other.call(Method::POST, reveal, None).await.assert_problem(404, "not-found");
    server.clock.advance(std::time::Duration::from_secs(seconds));
    script.call(Method::POST, reveal, None).await.assert_problem(404, "not-found");
}
