//! Sessions side by side never see each other.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{client, environment};
use crate::{
    harness::{Script, TestServer},
    upstream::{Upstream, response},
};

/// One session's work: tokens under a client id of its own, and what it sees afterwards.
async fn work(script: &Script<'_>, endpoint: &str, number: usize) -> (HashSet<String>, HashSet<String>) {
    let name = format!("client-{number}");
    for _ in 0..5 {
        let body =
            json!({"token_endpoint": endpoint, "client_id": name, "client_secret": "a secret that is long"});
        script.post("/api/token-exchange", body).await.assert_status(200);
    }
    let tokens = script.get("/api/tokens").await.json();
    let calls = script.get("/api/calls").await.json();
    assert!(tokens.as_array().unwrap().iter().all(|token| token["client_id"] == name.as_str()), "{tokens}");
    (ids(&tokens), ids(&calls))
}

fn ids(list: &Value) -> HashSet<String> {
    list.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn twenty_sessions_at_once_see_their_own_tokens_and_calls_only() {
    let token = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer"}"#;
    let upstream = Upstream::answering(response("200 OK", "", token)).await;
    let endpoint = upstream.at("/token");
    let server = TestServer::start().await;
    let scripts: Vec<Script<'_>> = (0..20).map(|_| server.script()).collect();
    let mut waiting = vec![];
    for (number, script) in scripts.iter().enumerate() {
        waiting.push(work(script, &endpoint, number));
    }
    let mut all = HashSet::new();
    for seen in join_all(waiting).await {
        assert_eq!((seen.0.len(), seen.1.len()), (5, 5));
        for id in seen.0.into_iter().chain(seen.1) {
            assert!(all.insert(id), "seen by two sessions");
        }
    }
}

/// Polls all of them until all have ended.
async fn join_all<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut pinned: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        let mut done = true;
        for (future, output) in pinned.iter_mut().filter(|(_, output)| output.is_none()) {
            match future.as_mut().poll(context) {
                std::task::Poll::Ready(value) => *output = Some(value),
                std::task::Poll::Pending => done = false,
            }
        }
        if done { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    pinned.into_iter().map(|(_, output)| output.unwrap()).collect()
}

#[tokio::test]
async fn what_belongs_to_another_session_is_not_there() {
    let server = TestServer::start().await;
    let (one, two) = (server.script(), server.script());
    let environment = environment(&one).await;
    let body = json!({"sandbox": true, "client_id": client(&environment, "basic")["id"]});
    let reply = one.post("/api/token-exchange", body.clone()).await;
    let (token, call) = (reply.header("x-token-id"), reply.header("x-exchange-id"));
    assert!(!token.is_empty() && !call.is_empty());
    two.get(&format!("/api/tokens/{token}")).await.assert_problem(404, "not-found");
    two.post(&format!("/api/tokens/{token}/reveal"), json!({})).await.assert_problem(404, "not-found");
    two.delete(&format!("/api/tokens/{token}")).await.assert_problem(404, "not-found");
    two.get(&format!("/api/calls/{call}")).await.assert_problem(404, "not-found");
    two.post("/api/tokens/verify", json!({"token_id": token})).await.assert_problem(404, "not-found");
    let refused = two.post("/api/token-exchange", body).await;
    assert_eq!(refused.assert_problem(422, "invalid-input").pointers(), ["/client_secret"]);
    two.delete("/api/calls").await.assert_status(204);
    assert_eq!(one.get("/api/calls").await.json().as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_ended_session_has_forgotten_everything() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let body = json!({"sandbox": true, "client_id": client(&environment, "basic")["id"]});
    script.post("/api/token-exchange", body).await.assert_status(200);
    script.delete("/api/session").await.assert_status(204);
    assert_eq!(script.get("/api/tokens").await.json(), json!([]));
    assert_eq!(script.get("/api/calls").await.json(), json!([]));
}
