//! Servers that keep us waiting: each ends at its limit.

use std::time::Duration;

use serde_json::Value;

use super::{Step, Upstream, fails, response};
use crate::harness::TestServer;

const CONNECT: Duration = Duration::from_millis(150);
const FIRST_BYTE: Duration = Duration::from_millis(250);
const TOTAL: Duration = Duration::from_millis(400);
/// How much later than its limit a call may end.
const LATE: Duration = Duration::from_millis(250);

async fn impatient() -> TestServer {
    TestServer::start_with(|settings, _| {
        settings.upstream.connect = CONNECT;
        settings.upstream.first_byte = FIRST_BYTE;
        settings.upstream.token_total = TOTAL;
        settings.upstream.metadata_total = TOTAL;
    })
    .await
}

/// Expects a timeout at this limit, by the call's own measure. Other tests share the processor and may
/// delay a call; a limit that is not kept is missed by all three.
async fn times_out(steps: Vec<Step>, scheme: &str, limit: Duration) -> Value {
    let server = impatient().await;
    let (mut soonest, call) = once(&server, steps.clone(), scheme, limit).await;
    for _ in 0..2 {
        if soonest > limit + LATE {
            soonest = once(&server, steps.clone(), scheme, limit).await.0;
        }
    }
    assert!(soonest <= limit + LATE, "{soonest:?} with a limit of {limit:?}");
    call
}

/// One call that ends at this limit, and how long it took.
async fn once(server: &TestServer, steps: Vec<Step>, scheme: &str, limit: Duration) -> (Duration, Value) {
    let upstream = Upstream::doing(steps).await;
    let endpoint = upstream.at("/token").replace("http", scheme);
    let (reply, call) = fails(&server.script(), &endpoint, 504, "provider-timeout").await;
    let took = Duration::from_micros(call["duration_us"].as_u64().unwrap());
    assert!(limit <= took, "{took:?} with a limit of {limit:?}");
    let detail = reply.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains(&format!("{} ms", limit.as_millis())), "{detail}");
    assert_eq!(upstream.connections(), 1, "tried once");
    (took, call)
}

#[tokio::test]
async fn a_server_that_says_nothing_ends_at_the_first_byte_limit() {
    times_out(vec![Step::Read, Step::Hang], "http", FIRST_BYTE).await;
}

#[tokio::test]
async fn a_server_that_does_not_even_read_ends_at_the_first_byte_limit() {
    times_out(vec![Step::Hang], "http", FIRST_BYTE).await;
}

#[tokio::test]
async fn a_head_that_comes_byte_by_byte_ends_at_the_first_byte_limit() {
    let head = response("200 OK", "Content-Type: application/json\r\n", "{}");
    times_out(vec![Step::Read, Step::Drip(head, Duration::from_millis(20))], "http", FIRST_BYTE).await;
}

#[tokio::test]
async fn a_head_that_stops_half_way_ends_at_the_first_byte_limit() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Type: appl".to_vec();
    times_out(vec![Step::Read, Step::Write(half), Step::Hang], "http", FIRST_BYTE).await;
}

#[tokio::test]
async fn a_tls_handshake_without_an_answer_ends_at_the_connect_limit() {
    times_out(vec![Step::Hang], "https", CONNECT).await;
}

#[tokio::test]
async fn a_call_whose_caller_goes_away_is_still_in_the_log() {
    let upstream = Upstream::doing(vec![Step::Read, Step::Hang]).await;
    let server = impatient().await;
    let script = server.script();
    script.get("/api/calls").await.assert_status(200);
    let asking = script.post("/api/token-exchange", super::request_to(&upstream.at("/token")));
    let gone = tokio::time::timeout(FIRST_BYTE / 2, asking).await;
    assert!(gone.is_err(), "the caller waited for an answer");
    let logged = async {
        loop {
            let calls = script.get("/api/calls").await.json();
            if let Some(call) = calls.get(0) {
                return call.clone();
            }
        }
    };
    let call = tokio::time::timeout(TOTAL + LATE, logged).await.unwrap();
    assert_eq!(call["failure"], "provider-timeout");
}

#[tokio::test]
async fn a_body_that_stops_ends_at_the_total_limit_and_what_came_is_kept() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":".to_vec();
    let call = times_out(vec![Step::Read, Step::Write(half), Step::Hang], "http", TOTAL).await;
    let answer = &call["outcome"]["failed"]["answer"];
    assert_eq!((&answer["status"], &answer["body"]), (&200.into(), &"{\"half\":".into()));
}

#[tokio::test]
async fn a_body_that_comes_byte_by_byte_ends_at_the_total_limit() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".to_vec();
    let drip = Step::Drip(vec![b' '; 100], Duration::from_millis(20));
    times_out(vec![Step::Read, Step::Write(head), drip], "http", TOTAL).await;
}
