//! Metadata: looked for in two places, compared with the issuer, told with what is missing.

use serde_json::{Value, json};

use super::{Upstream, response};
use crate::harness::{Reply, TestServer};

const OPENID: &str = "/as/.well-known/openid-configuration";
const OAUTH: &str = "/.well-known/oauth-authorization-server/as";

/// A server with one document, made from its base URL, in one place.
async fn publishing(place: &str, document: impl Fn(&str) -> Value) -> Upstream {
    Upstream::publishing(|base| vec![(place.to_owned(), response("200 OK", "", &document(base).to_string()))])
        .await
}

fn complete(base: &str) -> Value {
    json!({
        "issuer": format!("{base}/as"),
        "token_endpoint": format!("{base}/as/token"),
        "jwks_uri": format!("{base}/as/jwks"),
        "grant_types_supported": ["client_credentials"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "something_else": {"kept": true},
    })
}

async fn discover(server: &TestServer, issuer: &str) -> Reply {
    server.script().get(&format!("/api/discovery?issuer={issuer}")).await
}

#[tokio::test]
async fn both_places_are_tried() {
    let server = TestServer::start().await;
    for place in [OPENID, OAUTH] {
        let upstream = publishing(place, complete).await;
        let reply = discover(&server, &upstream.at("/as")).await;
        let found = reply.assert_status(200).json();
        assert_eq!(
            (&found["issuer_verified"], &found["found_at"]),
            (&json!(true), &json!(upstream.at(place)))
        );
        assert_eq!(found["metadata"], complete(&upstream.base));
        assert!(!reply.header("x-exchange-id").is_empty());
    }
}

#[tokio::test]
async fn another_issuer_is_shown_and_not_trusted() {
    let server = TestServer::start().await;
    for claimed in ["/as/", "/AS", "/other", ""] {
        let upstream = publishing(OPENID, |base| {
            let mut document = complete(base);
            document["issuer"] = format!("{base}{claimed}").into();
            document
        })
        .await;
        let found = discover(&server, &upstream.at("/as")).await.assert_status(200).json();
        assert_eq!(found["issuer_verified"], false, "{claimed}");
        assert_eq!(found["metadata"]["issuer"], upstream.at(claimed));
    }
}

#[tokio::test]
async fn what_is_missing_is_told() {
    let server = TestServer::start().await;
    let upstream = publishing(OPENID, |base| json!({"issuer": format!("{base}/as")})).await;
    let found = discover(&server, &upstream.at("/as")).await.assert_status(200).json();
    assert!(!found["missing"].as_array().unwrap().is_empty(), "{found}");
    let body = json!({"issuer": upstream.at("/as"), "client_id": "client", "client_secret": super::SECRET});
    let reply = server.script().post("/api/token-exchange", body).await;
    reply.assert_problem(502, "provider-metadata");
    assert!(reply.json()["detail"].as_str().unwrap().contains("token endpoint"));
}

#[tokio::test]
async fn no_document_in_either_place_is_told_by_what_was_there() {
    let server = TestServer::start().await;
    let html = response("200 OK", "Content-Type: text/html\r\n", "<html>");
    let upstream = Upstream::publishing(|_| vec![(OAUTH.to_owned(), html)]).await;
    let reply = discover(&server, &upstream.at("/as")).await;
    reply.assert_problem(502, "provider-metadata");
    let detail = reply.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("404") && detail.contains(OPENID) && detail.contains(OAUTH), "{detail}");
}

#[tokio::test]
async fn an_overloaded_server_is_asked_once_more() {
    let server = TestServer::start().await;
    let upstream = Upstream::answering(response("503 Down", "", "{}")).await;
    discover(&server, &upstream.at("/as")).await.assert_problem(502, "provider-metadata");
    assert_eq!(upstream.requests().len(), 4, "twice in each place");
}

#[tokio::test]
async fn asking_to_see_the_metadata_always_asks_the_server() {
    let server = TestServer::start().await;
    let upstream = publishing(OPENID, complete).await;
    for asked in 1..=3 {
        discover(&server, &upstream.at("/as")).await.assert_status(200);
        assert_eq!(upstream.requests().len(), asked);
    }
}

#[tokio::test]
async fn the_sandbox_publishes_its_own() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = script.get("/api/sandbox/environment").await.json();
    let found = script.get("/api/discovery?sandbox=true").await.assert_status(200).json();
    assert_eq!(found["issuer_verified"], true);
    assert_eq!(found["metadata"]["token_endpoint"], environment["token_endpoint"]);
    let unknown = "/api/discovery?sandbox=true&environment_id=7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";
    script.get(unknown).await.assert_problem(502, "provider-metadata");
}

#[tokio::test]
async fn a_target_is_named_exactly_once() {
    let server = TestServer::start().await;
    let script = server.script();
    for query in ["", "?sandbox=true&issuer=https%3A%2F%2Fas.example.com", "?region=EU", "?issuer=nonsense"] {
        script.get(&format!("/api/discovery{query}")).await.assert_problem(422, "invalid-input");
    }
}
