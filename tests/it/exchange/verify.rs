//! Verification: whose token it is meant to be, with which keys.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{client, environment};
use crate::{
    harness::{Script, TestServer},
    upstream::{Upstream, response},
};

/// A token of the caller's own environment, whole.
async fn issued(script: &Script<'_>) -> (String, String, Value) {
    let environment = environment(script).await;
    let body = json!({"sandbox": true, "client_id": client(&environment, "basic")["id"]});
    let reply = script.post("/api/token-exchange", body).await;
    let token = reply.assert_status(200).json()["access_token"].as_str().unwrap().to_owned();
    (token, reply.header("x-token-id").to_owned(), environment)
}

async fn verify(script: &Script<'_>, request: Value) -> Value {
    script.post("/api/tokens/verify", request).await.assert_status(200).json()
}

fn status(verification: &Value, code: &str) -> String {
    let checks = verification["checks"].as_array().unwrap();
    checks.iter().find(|check| check["code"] == code).unwrap()["status"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn all_seven_checks_are_told() {
    let server = TestServer::start().await;
    let script = server.script();
    let (_, id, _) = issued(&script).await;
    let found = verify(&script, json!({"token_id": id, "audience": "https://orders.example.org"})).await;
    let codes: Vec<&str> =
        found["checks"].as_array().unwrap().iter().map(|check| check["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["signature", "algorithm", "issuer", "audience", "expiry", "not-before", "type"]);
    assert_eq!((&found["verified"], status(&found, "audience").as_str()), (&json!(true), "pass"));
}

#[tokio::test]
async fn a_pasted_token_needs_an_issuer_and_is_compared_with_it() {
    let server = TestServer::start().await;
    let script = server.script();
    let (token, _, environment) = issued(&script).await;
    let reply = script.post("/api/tokens/verify", json!({"token": token})).await;
    assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/issuer"]);
    let found =
        verify(&script, json!({"token": format!(" {token} "), "issuer": environment["issuer"]})).await;
    assert_eq!(found["verified"], true);
    let other = server.script();
    let elsewhere = super::environment(&other).await;
    let found = verify(&script, json!({"token": token, "issuer": elsewhere["issuer"]})).await;
    assert_eq!((&found["verified"], status(&found, "issuer").as_str()), (&json!(false), "fail"));
    assert_eq!(status(&found, "signature"), "fail");
}

#[tokio::test]
async fn a_changed_token_fails_by_its_signature() {
    let server = TestServer::start().await;
    let script = server.script();
    let (token, _, environment) = issued(&script).await;
    let parts: Vec<&str> = token.split('.').collect();
    let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    claims["scope"] = "everything".into();
    let forged = format!("{}.{}.{}", parts[0], URL_SAFE_NO_PAD.encode(claims.to_string()), parts[2]);
    let found = verify(&script, json!({"token": forged, "issuer": environment["issuer"]})).await;
    assert_eq!((&found["verified"], status(&found, "signature").as_str()), (&json!(false), "fail"));
}

#[tokio::test]
async fn a_wrong_audience_fails() {
    let server = TestServer::start().await;
    let script = server.script();
    let (_, id, _) = issued(&script).await;
    let found = verify(&script, json!({"token_id": id, "audience": "https://billing.example.org"})).await;
    assert_eq!((&found["verified"], status(&found, "audience").as_str()), (&json!(false), "fail"));
}

#[tokio::test]
async fn one_token_is_named_exactly_once() {
    let server = TestServer::start().await;
    let script = server.script();
    let (token, id, _) = issued(&script).await;
    for body in [json!({}), json!({"token": token, "token_id": id})] {
        let reply = script.post("/api/tokens/verify", body).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/token"]);
    }
}

#[tokio::test]
async fn keys_that_cannot_be_had_leave_the_signature_unchecked() {
    let server = TestServer::start().await;
    let script = server.script();
    let (token, _, _) = issued(&script).await;
    let upstream = Upstream::answering(response("404 Not Found", "", "")).await;
    let found = verify(&script, json!({"token": token, "issuer": upstream.base})).await;
    assert_eq!((&found["verified"], status(&found, "signature").as_str()), (&json!(false), "skipped"));
}

#[tokio::test]
async fn a_megabyte_or_a_text_is_no_token_and_asks_nobody() {
    let server = TestServer::start().await;
    let script = server.script();
    let upstream = Upstream::answering(response("404 Not Found", "", "")).await;
    for text in ["x".repeat(60_000), "hello".to_owned(), "{}".to_owned(), "a.b.c.d.e".to_owned()] {
        let found = verify(&script, json!({"token": text, "issuer": upstream.base})).await;
        assert_eq!((&found["verified"], status(&found, "signature").as_str()), (&json!(false), "fail"));
    }
    assert_eq!(upstream.connections(), 0);
    let body = json!({"token": "x".repeat(1024 * 1024), "issuer": upstream.base});
    script.post("/api/tokens/verify", body).await.assert_problem(413, "too-large");
}

#[tokio::test]
async fn a_thousand_unknown_key_names_are_two_fetches_at_most() {
    let upstream = Upstream::publishing(|base| {
        let body = json!({"issuer": base, "jwks_uri": format!("{base}/jwks")}).to_string();
        let place = "/.well-known/openid-configuration".to_owned();
        vec![
            (place, response("200 OK", "", &body)),
            ("/jwks".into(), response("200 OK", "", "{\"keys\":[]}")),
        ]
    })
    .await;
    let server = TestServer::start().await;
    let script = server.script();
    let ask = async |kid: usize| {
        let header = URL_SAFE_NO_PAD.encode(json!({"alg": "RS256", "kid": format!("k{kid}")}).to_string());
        verify(&script, json!({"token": format!("{header}.e30.AA"), "issuer": upstream.base})).await
    };
    for kid in 0..1000 {
        assert_eq!(ask(kid).await["verified"], false);
    }
    let fetches = || upstream.requests().iter().filter(|request| request.starts_with("GET /jwks")).count();
    assert_eq!(fetches(), 1);
    server.clock.advance(Duration::from_secs(30));
    ask(1000).await;
    ask(1001).await;
    assert_eq!(fetches(), 2);
}
