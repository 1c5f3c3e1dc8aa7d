//! The four methods against the sandbox of the same server, over real HTTP.

use std::time::Duration;

use serde_json::{Value, json};

use super::{client, environment};
use crate::harness::{Script, TestServer};

/// Each method with the client that is registered for it.
const METHODS: [(&str, &str); 5] = [
    ("basic", "client_secret_basic"),
    ("post", "client_secret_post"),
    ("secret-jwt", "client_secret_jwt"),
    ("private-key-jwt", "private_key_jwt"),
    ("es256-key", "private_key_jwt"),
];

fn asking(client: &Value, method: &str) -> Value {
    json!({"sandbox": true, "client_id": client["id"], "client_auth_method": method})
}

async fn verified(script: &Script<'_>, token_id: &str) -> Value {
    script.post("/api/tokens/verify", json!({"token_id": token_id})).await.assert_status(200).json()
}

#[tokio::test]
async fn each_method_gets_a_token_that_decodes_and_verifies() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    for (name, method) in METHODS {
        let reply = script.post("/api/token-exchange", asking(client(&environment, name), method)).await;
        assert_eq!(reply.assert_status(200).json()["token_type"], "Bearer", "{name}");
        let id = reply.header("x-token-id").to_owned();
        let token = script.get(&format!("/api/tokens/{id}")).await.json();
        assert_eq!(token["exchange_id"], reply.header("x-exchange-id"));
        assert_eq!((&token["issuer"], &token["state"]), (&environment["issuer"], &json!("active")), "{name}");
        assert_eq!(token["granted_scope"], json!(["orders:read", "orders:write"]), "{name}");
        assert!(token["payload"].as_array().unwrap().iter().any(|claim| claim["name"] == "p1.rid"));
        assert_eq!(verified(&script, &id).await["verified"], true, "{name}");
    }
}

#[tokio::test]
async fn each_method_works_with_an_entered_credential_too() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    for (name, method) in METHODS {
        let client = client(&environment, name);
        let mut body = json!({
            "token_endpoint": environment["token_endpoint"], "client_id": client["id"],
            "client_auth_method": method, "assertion_typ": "JWT",
        });
        match method {
            "private_key_jwt" => {
                body["private_key"] = client["private_key"].clone();
                body["key_id"] = client["key_id"].clone();
            }
            _ => body["client_secret"] = client["secret"].clone(),
        }
        script.post("/api/token-exchange", body).await.assert_status(200);
    }
}

#[tokio::test]
async fn the_sandbox_as_any_issuer_is_found_by_its_metadata() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let basic = client(&environment, "basic");
    let body =
        json!({"issuer": environment["issuer"], "client_id": basic["id"], "client_secret": basic["secret"]});
    let reply = script.post("/api/token-exchange", body.clone()).await;
    reply.assert_status(200);
    assert_eq!(verified(&script, reply.header("x-token-id")).await["verified"], true);
    script.post("/api/token-exchange", body).await.assert_status(200);
    let calls = script.get("/api/calls").await.json();
    let fetched = calls.as_array().unwrap().iter().filter(|call| call["category"] == "metadata").count();
    assert_eq!(fetched, 2, "metadata once, keys once: {calls}");
}

#[tokio::test]
async fn a_browser_needs_no_confirmation_for_the_sandbox() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let environment = browser.get("/api/sandbox/environment").await.json();
    let reply = browser
        .post("/api/token-exchange", asking(client(&environment, "basic"), "client_secret_basic"))
        .await;
    let token = reply.assert_status(200).json()["access_token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("eyJ") && token.contains('…') && token.chars().count() == 11, "{token}");
}

#[tokio::test]
async fn an_assertion_made_by_a_clock_behind_the_sandbox_is_refused() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let path = format!("/sandbox/_control/environments/{}/clock", environment["id"].as_str().unwrap());
    script.post(&path, json!({"offset_seconds": 3600})).await.assert_status(200);
    let body = asking(client(&environment, "private-key-jwt"), "private_key_jwt");
    let reply = script.post("/api/token-exchange", body).await;
    assert_eq!(reply.assert_status(401).json()["error"], "invalid_client");
    assert_eq!(reply.header("x-error-source"), "provider");
}

#[tokio::test]
async fn a_token_of_the_sandbox_ages_by_the_clock_of_its_environment() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let reply = script
        .post("/api/token-exchange", asking(client(&environment, "basic"), "client_secret_basic"))
        .await;
    let id = reply.header("x-token-id").to_owned();
    let path = format!("/sandbox/_control/environments/{}/clock", environment["id"].as_str().unwrap());
    for (ahead, state, verified_then) in
        [(0, "active", true), (3550, "expiring", true), (3700, "expired", false)]
    {
        script.post(&path, json!({"offset_seconds": ahead})).await.assert_status(200);
        assert_eq!(script.get(&format!("/api/tokens/{id}")).await.json()["state"], state, "{ahead} s");
        assert_eq!(verified(&script, &id).await["verified"], verified_then, "{ahead} s");
    }
}

#[tokio::test]
async fn a_token_ages_by_the_clock_of_the_server_elsewhere() {
    let token = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer","expires_in":100}"#;
    let upstream = crate::upstream::Upstream::answering(crate::upstream::response("200 OK", "", token)).await;
    let server = TestServer::start().await;
    let script = server.script();
    let body = crate::upstream::request_to(&upstream.at("/token"));
    let reply = script.post("/api/token-exchange", body).await;
    let path = format!("/api/tokens/{}", reply.header("x-token-id"));
    for (later, state) in [(0, "active"), (85, "expiring"), (20, "expired")] {
        server.clock.advance(Duration::from_secs(later));
        assert_eq!(script.get(&path).await.json()["state"], state);
    }
}

#[tokio::test]
async fn a_refusal_of_the_sandbox_is_passed_on_with_its_correlation_id() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    for (name, method, status, error) in [
        ("retired-key", "private_key_jwt", 401, "invalid_client"),
        ("disabled", "client_secret_basic", 401, "invalid_client"),
        ("two-resources", "client_secret_basic", 400, "invalid_scope"),
    ] {
        let reply = script.post("/api/token-exchange", asking(client(&environment, name), method)).await;
        assert_eq!(reply.assert_status(status).json()["error"], error, "{name}");
        assert!(reply.text().contains("Correlation ID: "), "{name}");
        assert!(reply.header("x-token-id").is_empty());
    }
    assert_eq!(script.get("/api/tokens").await.json(), json!([]));
}

#[tokio::test]
async fn an_environment_that_is_not_there_is_the_sandboxs_404() {
    let server = TestServer::start().await;
    let body = json!({
        "sandbox": true, "environment_id": "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63", "client_id": "client",
        "client_secret": "some secret that is entered",
    });
    let reply = server.script().post("/api/token-exchange", body).await;
    assert_eq!(reply.assert_status(404).json()["code"], "NOT_FOUND");
}

#[tokio::test]
async fn behind_a_public_address_the_sandbox_is_still_called_on_this_machine() {
    let public = "https://flows.example.com";
    let server =
        TestServer::start_with(|settings, _| settings.public_url = Some(public.parse().unwrap())).await;
    let script = server.script();
    let environment = environment(&script).await;
    assert!(environment["issuer"].as_str().unwrap().starts_with(public));
    let body = asking(client(&environment, "private-key-jwt"), "private_key_jwt");
    let reply = script.post("/api/token-exchange", body).await;
    reply.assert_status(200);
    assert_eq!(verified(&script, reply.header("x-token-id")).await["verified"], true);
}
