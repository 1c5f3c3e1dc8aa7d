//! Answers that are too large: reading ends at the limit.

use std::time::Duration;

use super::{Step, Upstream, fails, response};
use crate::harness::TestServer;

/// More than both sides of a loopback connection buffer.
const BUFFERED: usize = 8 * 1024 * 1024;

#[tokio::test]
async fn a_body_without_end_is_read_up_to_the_limit_and_no_further() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".to_vec();
    let endless = Step::WriteForEver(vec![b'x'; 64 * 1024]);
    let upstream = Upstream::doing(vec![Step::Read, Step::Write(head), endless]).await;
    let server = TestServer::start().await;
    let (_, call) = fails(&server.script(), &upstream.at("/token"), 502, "provider-too-large").await;
    assert_eq!(call["outcome"]["failed"]["answer"]["truncated"], true);
    let took = Duration::from_micros(call["duration_us"].as_u64().unwrap());
    assert!(took < Duration::from_millis(100), "{took:?} from the first byte to the end");
    assert!(upstream.written() < BUFFERED, "{} bytes were taken", upstream.written());
}

#[tokio::test]
async fn a_body_that_announces_too_much_is_not_read_at_all() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n".to_vec();
    let upstream = Upstream::doing(vec![Step::Read, Step::Write(head), Step::Hang]).await;
    let server = TestServer::start().await;
    let (_, call) = fails(&server.script(), &upstream.at("/token"), 502, "provider-too-large").await;
    assert_eq!(call["outcome"]["failed"]["answer"]["body"], "");
}

#[tokio::test]
async fn the_limit_of_a_token_response_is_64_kib_to_the_byte() {
    let server = TestServer::start().await;
    for (size, status) in [(64 * 1024, 200), (64 * 1024 + 1, 502)] {
        let start = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer","x":""#;
        let body = format!("{start}{}\"}}", "x".repeat(size - start.len() - 2));
        let upstream = Upstream::answering(response("200 OK", "", &body)).await;
        let reply =
            server.script().post("/api/token-exchange", super::request_to(&upstream.at("/token"))).await;
        reply.assert_status(status);
    }
}

#[tokio::test]
async fn a_document_may_have_256_kib() {
    let server = TestServer::start().await;
    for (size, code) in [(200 * 1024, None), (256 * 1024 + 1, Some("provider-too-large"))] {
        let upstream = Upstream::publishing(|base| {
            let padding = "x".repeat(size);
            let body = format!("{{\"issuer\":\"{base}/as\",\"padding\":\"{padding}\"}}");
            vec![("/as/.well-known/openid-configuration".into(), response("200 OK", "", &body))]
        })
        .await;
        let reply = server.script().get(&format!("/api/discovery?issuer={}/as", upstream.base)).await;
        match code {
            None => drop(reply.assert_status(200)),
            Some(code) => drop(reply.assert_problem(502, code)),
        }
    }
}

#[tokio::test]
async fn a_head_without_end_is_too_large() {
    let upstream = Upstream::doing(vec![
        Step::Read,
        Step::Write(b"HTTP/1.1 200 OK\r\n".to_vec()),
        Step::WriteForEver(b"X-Padding: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(100)),
    ])
    .await;
    let server = TestServer::start().await;
    fails(&server.script(), &upstream.at("/token"), 502, "provider-too-large").await;
    assert!(upstream.written() < BUFFERED, "{} bytes were taken", upstream.written());
}
