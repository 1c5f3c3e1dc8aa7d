//! Clients that owe something and do not pay: each is shown out, and nobody else waits for them.

use std::time::Duration;

use server::Settings;
use tokio::time::{Instant, timeout};

use super::wire::{PATIENCE, Wire};
use crate::harness::TestServer;

/// The deadline of every test here; [`PATIENCE`] is ten times as long.
const DEADLINE: Duration = Duration::from_millis(500);

async fn impatient_server() -> TestServer {
    TestServer::start_with(|Settings { limits, .. }, _| {
        (limits.first_byte, limits.headers) = (DEADLINE, DEADLINE);
        (limits.body, limits.unread) = (DEADLINE, DEADLINE);
    })
    .await
}

fn head(server: &TestServer, more: &str) -> String {
    format!(
        "POST /api/token-exchange HTTP/1.1\r\nhost: {}\r\nx-requested-with: authz-flows\r\n{more}",
        server.address
    )
}

#[tokio::test]
async fn whoever_stops_in_the_middle_is_disconnected() {
    let server = impatient_server().await;
    let shapes = [
        ("nothing at all", String::new()),
        ("half a request line", "GET /heal".to_owned()),
        ("half a header", "GET /healthz HTTP/1.1\r\nhost: lo".to_owned()),
        ("headers without an end", format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n", server.address)),
        ("a line break and nothing", "\r\n".to_owned()),
    ];
    for (what, sent) in shapes {
        let started = Instant::now();
        let mut wire = Wire::to(&server).await;
        wire.send(sent).await;
        let reply = wire.read_to_end().await;
        assert!(reply.is_some(), "{what} was still connected after {PATIENCE:?}");
        assert!(started.elapsed() >= DEADLINE / 2, "{what} was not given its time");
    }
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_408() {
    let server = impatient_server().await;
    for (what, body) in [
        ("no body", "content-type: application/json\r\ncontent-length: 10\r\n\r\n"),
        ("half a body", "content-type: application/json\r\ncontent-length: 10\r\n\r\n{\"a\""),
        (
            "an open chunk",
            "content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n",
        ),
    ] {
        let reply = Wire::ask(&server, head(&server, body)).await;
        assert!(
            reply.starts_with("HTTP/1.1 408 ") && reply.contains("\"request-timeout\""),
            "{what}: {reply}"
        );
        assert!(reply.to_ascii_lowercase().contains("connection: close"), "{what}: {reply}");
    }
}

#[tokio::test]
async fn a_body_that_drips_is_not_waited_for_byte_by_byte() {
    let server = impatient_server().await;
    let mut wire = Wire::to(&server).await;
    wire.send(head(&server, "content-type: application/json\r\ncontent-length: 60000\r\n\r\n")).await;
    let dripping = async {
        loop {
            wire.send_if_open(" ").await;
            if let Some(reply) = wire.read_ready().await {
                return reply;
            }
        }
    };
    let reply = timeout(PATIENCE, dripping).await.unwrap();
    assert!(reply.starts_with("HTTP/1.1 408 "), "{reply}");
}

#[tokio::test]
async fn a_kept_connection_that_is_not_used_is_closed() {
    let server = impatient_server().await;
    let mut wire = Wire::to(&server).await;
    wire.send(format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n\r\n", server.address)).await;
    assert!(wire.read_some().await.starts_with("HTTP/1.1 200 "));
    assert_eq!(wire.read_to_end().await.as_deref(), Some(""));
}

#[tokio::test]
async fn whoever_asks_and_does_not_read_is_disconnected() {
    let server = impatient_server().await;
    let mut wire = Wire::narrow(&server).await;
    let request = format!("GET / HTTP/1.1\r\nhost: {}\r\n\r\n", server.address);
    // Asks until both sides' buffers are full of answers, and then waits to be rid of the next request.
    let mut connected = true;
    while connected {
        let sent = timeout(PATIENCE, wire.try_send(&request)).await;
        assert!(sent.is_ok(), "still connected after {PATIENCE:?} without reading");
        connected = sent.unwrap();
    }
}

#[tokio::test]
async fn silent_connections_do_not_keep_a_client_waiting() {
    let server = TestServer::start().await;
    let mut silent = Vec::new();
    for _ in 0..600 {
        silent.push(Wire::to(&server).await);
    }
    let started = Instant::now();
    server.get("/healthz").await.assert_status(200);
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    assert_eq!(silent.len(), 600);
}

#[tokio::test]
async fn beyond_the_bound_a_connection_is_closed_at_once_and_leaving_makes_room() {
    // The server's own machine has 128 more, so that its sandbox stays in reach.
    let server = TestServer::start_with(|settings, _| settings.limits.connections = 2).await;
    let mut inside = Vec::new();
    for _ in 0..130 {
        inside.push(Wire::to(&server).await);
    }
    // The accept loop has seen all of them once the last one is answered.
    let last = inside.last_mut().unwrap();
    last.send(format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n\r\n", server.address)).await;
    assert!(last.read_some().await.starts_with("HTTP/1.1 200 "));
    let mut refused = Wire::to(&server).await;
    assert_eq!(refused.read_to_end().await.as_deref(), Some(""));
    drop(inside);
    let admitted = async {
        loop {
            let mut wire = Wire::to(&server).await;
            wire.send_if_open(format!(
                "GET /healthz HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
                server.address
            ))
            .await;
            if wire.read_to_end().await.is_some_and(|reply| reply.starts_with("HTTP/1.1 200 ")) {
                return;
            }
        }
    };
    assert!(timeout(PATIENCE, admitted).await.is_ok(), "there is no room again");
}

#[tokio::test]
async fn a_stop_lets_a_request_finish_and_admits_no_other() {
    let mut server = TestServer::start().await;
    let mut wire = Wire::to(&server).await;
    wire.send(head(&server, "content-type: application/json\r\ncontent-length: 2\r\n\r\n")).await;
    // The body is owed, so the request is under way when the stop comes.
    server.get("/healthz").await.assert_status(200);
    server.begin_stop();
    let closed = async {
        while tokio::net::TcpStream::connect(server.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    assert!(timeout(PATIENCE, closed).await.is_ok(), "the listener is still open");
    wire.send("{}").await;
    let reply = wire.read_to_end().await.unwrap();
    assert!(reply.starts_with("HTTP/1.1 422 "), "{reply}");
    assert!(timeout(PATIENCE, server.ended()).await.is_ok(), "the server does not end");
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let mut server = TestServer::start_with(|settings, _| settings.limits.drain = DEADLINE).await;
    let mut wire = Wire::to(&server).await;
    wire.send(head(&server, "content-length: 2\r\n\r\n")).await;
    server.get("/healthz").await.assert_status(200);
    server.begin_stop();
    assert!(timeout(PATIENCE, server.ended()).await.is_ok(), "the server waits for the body it is owed");
}
