//! Client assertions as a server receives them.

use std::collections::HashSet;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    harness::TestServer,
    upstream::{SECRET, Upstream, response},
};

const REFUSAL: &str = r#"{"error":"invalid_client"}"#;

async fn listening() -> Upstream {
    Upstream::answering(response("401 Unauthorized", "", REFUSAL)).await
}

fn asking(endpoint: &str) -> Value {
    json!({
        "token_endpoint": endpoint, "client_id": "client", "client_auth_method": "client_secret_jwt",
        "client_secret": SECRET,
    })
}

/// Header and claims of every assertion that arrived.
fn assertions(upstream: &Upstream) -> Vec<(Value, Value)> {
    let decode = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    let requests = upstream.requests();
    let posts = requests.iter().filter(|request| request.starts_with("POST"));
    posts
        .map(|request| {
            let compact = request.split_once("client_assertion=").unwrap().1.split('&').next().unwrap();
            let parts: Vec<&str> = compact.split('.').collect();
            (decode(parts[0]), decode(parts[1]))
        })
        .collect()
}

#[tokio::test]
async fn issuer_and_subject_are_the_client_and_the_audience_is_one_string() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    server.script().post("/api/token-exchange", asking(&upstream.at("/token"))).await.assert_status(401);
    let [(header, claims)] = assertions(&upstream).try_into().unwrap();
    assert_eq!(header, json!({"alg": "HS256", "typ": "client-authentication+jwt"}));
    assert_eq!((&claims["iss"], &claims["sub"]), (&json!("client"), &json!("client")));
    assert_eq!(claims["aud"], upstream.at("/token"));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
}

#[tokio::test]
async fn every_assertion_has_an_id_of_128_random_bits_of_its_own() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    let script = server.script();
    for _ in 0..50 {
        script.post("/api/token-exchange", asking(&upstream.at("/token"))).await.assert_status(401);
    }
    let sent = assertions(&upstream);
    let ids: HashSet<Vec<u8>> = sent
        .iter()
        .map(|(_, claims)| URL_SAFE_NO_PAD.decode(claims["jti"].as_str().unwrap()).unwrap())
        .collect();
    assert_eq!(ids.len(), 50);
    assert!(ids.iter().all(|id| id.len() == 16));
}

#[tokio::test]
async fn the_lifetime_is_chosen_between_1_and_300_seconds() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    let script = server.script();
    for seconds in [1, 300] {
        let mut body = asking(&upstream.at("/token"));
        body["assertion_lifetime"] = seconds.into();
        script.post("/api/token-exchange", body).await.assert_status(401);
    }
    for seconds in [0, 301, 86_400] {
        let mut body = asking(&upstream.at("/token"));
        body["assertion_lifetime"] = seconds.into();
        let reply = script.post("/api/token-exchange", body).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/assertion_lifetime"]);
    }
    let lifetimes: Vec<i64> = assertions(&upstream)
        .iter()
        .map(|(_, claims)| claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap())
        .collect();
    assert_eq!(lifetimes, [1, 300]);
}

#[tokio::test]
async fn type_algorithm_and_key_id_are_as_chosen() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    let mut body = asking(&upstream.at("/token"));
    body["assertion_typ"] = "JWT".into();
    body["key_id"] = "k 1".into();
    body["client_secret"] = "x".repeat(64).into();
    body["signing_alg"] = "HS512".into();
    server.script().post("/api/token-exchange", body).await.assert_status(401);
    let [(header, _)] = assertions(&upstream).try_into().unwrap();
    assert_eq!(header, json!({"alg": "HS512", "kid": "k 1", "typ": "JWT"}));
}

#[tokio::test]
async fn the_audience_is_the_verified_issuer_unless_the_endpoint_is_chosen() {
    let upstream = Upstream::publishing(|base| {
        let body = json!({"issuer": format!("{base}/as"), "token_endpoint": format!("{base}/as/token")});
        let refusal = response("401 Unauthorized", "", REFUSAL);
        vec![
            ("/as/.well-known/openid-configuration".into(), response("200 OK", "", &body.to_string())),
            ("/as/token".into(), refusal),
        ]
    })
    .await;
    let server = TestServer::start().await;
    let script = server.script();
    for chosen in [Value::Null, json!("issuer"), json!("token_endpoint")] {
        let body = json!({
            "issuer": upstream.at("/as"), "client_id": "client", "client_auth_method": "client_secret_jwt",
            "client_secret": SECRET, "assertion_audience": chosen,
        });
        script.post("/api/token-exchange", body).await.assert_status(401);
    }
    let audiences: Vec<Value> =
        assertions(&upstream).into_iter().map(|(_, claims)| claims["aud"].clone()).collect();
    assert_eq!(audiences, [upstream.at("/as"), upstream.at("/as"), upstream.at("/as/token")]);
}

#[tokio::test]
async fn an_issuer_as_audience_needs_an_issuer() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    let mut body = asking(&upstream.at("/token"));
    body["assertion_audience"] = "issuer".into();
    let reply = server.script().post("/api/token-exchange", body).await;
    assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/assertion_audience"]);
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn metadata_of_another_issuer_gets_no_assertion() {
    let upstream = Upstream::publishing(|base| {
        let body = json!({"issuer": format!("{base}/as/"), "token_endpoint": format!("{base}/as/token")});
        vec![("/as/.well-known/openid-configuration".into(), response("200 OK", "", &body.to_string()))]
    })
    .await;
    let server = TestServer::start().await;
    let body = json!({
        "issuer": upstream.at("/as"), "client_id": "client", "client_auth_method": "client_secret_jwt",
        "client_secret": SECRET,
    });
    let reply = server.script().post("/api/token-exchange", body).await;
    reply.assert_problem(502, "provider-metadata");
    assert!(reply.json()["detail"].as_str().unwrap().contains("character by character"));
    assert_eq!(assertions(&upstream), []);
}

#[tokio::test]
async fn the_log_shows_the_claims_and_not_the_assertion() {
    let upstream = listening().await;
    let server = TestServer::start().await;
    let script = server.script();
    let reply = script.post("/api/token-exchange", asking(&upstream.at("/token"))).await;
    let call = script.get(&format!("/api/calls/{}", reply.header("x-exchange-id"))).await;
    let [(_, claims)] = assertions(&upstream).try_into().unwrap();
    assert_eq!(call.json()["assertion"]["claims"], claims);
    let sent = upstream.requests().concat();
    let compact = sent.split_once("client_assertion=").unwrap().1.split('&').next().unwrap().to_owned();
    let signature = compact.rsplit('.').next().unwrap();
    assert!(!call.text().contains(signature), "{}", call.text());
}
