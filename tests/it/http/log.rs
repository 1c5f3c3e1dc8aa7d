//! The log: one event, one line, and no secret, whatever comes in.

use reqwest::Method;
use serde_json::json;

use crate::{
    harness::{Reply, TestServer, log_lines},
    upstream::{Upstream, request_to, response},
};

/// Texts that try to end a line, steer a terminal or forge an event.
const INJECTIONS: [&str; 8] = [
    "x\n2026-01-01T00:00:00Z  INFO [✅ CC] token acquired",
    "x\r\n\r\nHTTP/1.1 200 OK",
    "\u{1b}[2J\u{1b}[1;31mred",
    "\u{9b}31m",
    "\u{202e}dessecca nekot",
    "\u{2028}\u{2029}new line",
    "\u{0}\u{7}\u{8}\u{7f}",
    "\"},{\"level\":\"INFO\"",
];

fn is_one_line(line: &str) -> bool {
    !line.contains(|character: char| character.is_control() || matches!(character, '\u{2028}'..='\u{202e}'))
}

#[tokio::test]
async fn hostile_values_leave_every_event_on_one_line() {
    let server = TestServer::start().await;
    let script = server.script();
    let refused = json!({"sandbox": true, "client_id": "nobody", "client_secret": "nothing"});
    script.post("/api/token-exchange", refused).await.assert_status(401);
    for injection in INJECTIONS {
        script
            .post("/api/token-exchange", json!({"sandbox": true, "client_id": injection, "scope": injection}))
            .await;
        script
            .post("/api/token-exchange", json!({"token_endpoint": injection, "client_id": injection}))
            .await;
        let path =
            format!("/{}", url::form_urlencoded::byte_serialize(injection.as_bytes()).collect::<String>());
        Reply::to(
            server.request(Method::GET, &path).header("user-agent", "x").header("sec-fetch-site", "none"),
        )
        .await;
        script.get(&format!("/api/discovery?issuer={}", path.trim_start_matches('/'))).await;
    }
    let lines = log_lines();
    assert!(!lines.is_empty(), "nothing was logged, so nothing was tested");
    for line in &lines {
        assert!(is_one_line(line), "{line:?}");
        // Each line begins with its time, so none was begun by a value.
        assert!(line.as_bytes().get(..4).is_some_and(|year| year.iter().all(u8::is_ascii_digit)), "{line:?}");
    }
    let forged = lines.iter().filter(|line| line.starts_with("2026-01-01T00:00:00Z"));
    assert_eq!(forged.count(), 0);
}

#[tokio::test]
async fn what_a_provider_says_leaves_every_event_on_one_line() {
    let server = TestServer::start().await;
    for (number, injection) in INJECTIONS.into_iter().enumerate() {
        let words = format!("canary-{number}-{injection}");
        for (status, body) in [
            ("200 OK", json!({"access_token": "opaque-token", "token_type": "Bearer", "scope": words})),
            ("400 Bad Request", json!({"error": words})),
        ] {
            let upstream = Upstream::answering(response(status, "", &body.to_string())).await;
            server.script().post("/api/token-exchange", request_to(&upstream.at("/token"))).await;
            let stage = if status == "200 OK" { "token acquired" } else { "failure" };
            let lines = log_lines();
            let told: Vec<&String> =
                lines.iter().filter(|line| line.contains(&format!("canary-{number}-"))).collect();
            assert!(told.iter().any(|line| line.contains(stage)), "{stage} {number} is not in the log");
            assert!(told.iter().all(|line| is_one_line(line) && line.starts_with("20")), "{told:?}");
        }
    }
}

#[tokio::test]
async fn ids_of_sessions_and_entered_secrets_are_not_logged_even_at_trace() {
    let server = TestServer::start().await;
    let browser = server.browser();
    browser.visit("/").await;
    let secret = "canary-of-the-log-test-0123456789abcdef";
    let body = json!({"sandbox": true, "client_id": "x", "client_secret": secret, "private_key": secret});
    browser.post("/api/token-exchange", body.clone()).await;
    browser.post("/api/token-exchange/preview", body).await;
    let script = server.get("/api/tokens").await;
    let cookie = browser.cookie().unwrap();
    let ids = [cookie.split('=').nth(1).unwrap(), script.header("x-session-id"), secret];
    for line in log_lines() {
        assert!(ids.iter().all(|id| !line.contains(id)), "{line}");
    }
}
