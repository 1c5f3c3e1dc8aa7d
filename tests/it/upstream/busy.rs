//! Many requests at once: bounded for each session and for the whole server.

use std::time::Duration;

use super::{Step, Upstream, request_to};
use crate::harness::TestServer;

#[tokio::test]
async fn a_session_has_a_bounded_number_of_requests_under_way() {
    let upstream = Upstream::doing(vec![Step::Read, Step::Hang]).await;
    let server = TestServer::start_with(|settings, _| {
        settings.upstream.in_flight_per_session = 2;
        settings.upstream.first_byte = Duration::from_millis(500);
    })
    .await;
    let script = server.script();
    script.get("/api/tokens").await.assert_status(200);
    let post = || script.post("/api/token-exchange", request_to(&upstream.at("/token")));
    let (one, two, three) = tokio::join!(post(), post(), post());
    let mut replies = [one, two, three];
    replies.sort_by_key(|reply| reply.status);
    let [refused, ended, also_ended] = replies;
    refused.assert_problem(503, "busy");
    assert!(!refused.header("retry-after").is_empty());
    ended.assert_problem(504, "provider-timeout");
    also_ended.assert_problem(504, "provider-timeout");
    assert_eq!(upstream.connections(), 2);
    assert_eq!(script.get("/api/calls").await.json().as_array().unwrap().len(), 2, "nothing was sent");
}

#[tokio::test]
async fn the_server_has_a_bounded_number_of_requests_under_way() {
    let upstream = Upstream::doing(vec![Step::Read, Step::Hang]).await;
    let server = TestServer::start_with(|settings, _| {
        settings.upstream.in_flight = 1;
        settings.upstream.first_byte = Duration::from_millis(500);
    })
    .await;
    let (one, two) = (server.script(), server.script());
    let (one, two) = tokio::join!(
        one.post("/api/token-exchange", request_to(&upstream.at("/token"))),
        two.post("/api/token-exchange", request_to(&upstream.at("/token"))),
    );
    assert_eq!(one.status.min(two.status), 503);
    assert_eq!(one.status.max(two.status), 504);
    server.get("/healthz").await.assert_status(200);
}
