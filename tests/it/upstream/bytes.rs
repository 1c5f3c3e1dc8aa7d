//! What is sent, byte for byte: it equals the preview but for the secrets, and nothing is added to it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{SECRET, Upstream, response};
use crate::harness::TestServer;

const TOKEN: &str = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer"}"#;

/// What is asked for, apart from how the client authenticates.
fn asking(endpoint: &str, method: &str) -> Value {
    json!({
        "token_endpoint": endpoint,
        "client_id": "id with:colon/é".replace('é', "~"),
        "client_auth_method": method,
        "scope": "orders:read orders:write",
        "audience": ["one", "two"],
        "resource": "https://api.example.com/orders?a=b c".replace(' ', "%20"),
        "parameters": {"at_lifetime": "300 sec", "x": ["1", "ü&="]},
    })
}

/// The request as it arrives, and as it was previewed.
async fn sent_and_previewed(method: &str, credential: (&str, &str)) -> (String, String) {
    let upstream = Upstream::answering(response("200 OK", "", TOKEN)).await;
    let server = TestServer::start().await;
    let script = server.script();
    let mut body = asking(&upstream.at("/oauth/token?tenant=1"), method);
    let preview = script.post("/api/token-exchange/preview", body.clone()).await;
    body[credential.0] = credential.1.into();
    script.post("/api/token-exchange", body).await.assert_status(200);
    let [sent] = upstream.requests().try_into().unwrap();
    (sent.replace("\r\n", "\n"), message(&preview.assert_status(200).json()["hops"][1]))
}

/// The text of a previewed hop, as it would stand on the wire.
fn message(hop: &Value) -> String {
    let url: url::Url = hop["url"].as_str().unwrap().parse().unwrap();
    let target = &url[url::Position::BeforePath..];
    let headers: Vec<String> = hop["headers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|header| format!("{}: {}\n", header[0].as_str().unwrap(), header[1].as_str().unwrap()))
        .collect();
    let (method, body) = (hop["method"].as_str().unwrap(), hop["body"].as_str().unwrap());
    format!("{method} {target} HTTP/1.1\n{}\n{body}", headers.concat())
}

fn body_length(sent: &str) -> String {
    sent.split_once("\n\n").unwrap().1.len().to_string()
}

/// The value of a form field, still encoded.
fn field<'a>(sent: &'a str, name: &str) -> &'a str {
    let fields = sent.split_once("\n\n").unwrap().1.split('&');
    fields.filter_map(|field| field.split_once('=')).find(|(known, _)| *known == name).unwrap().1
}

fn form_encode(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test]
async fn with_client_secret_basic_the_preview_equals_the_bytes_sent() {
    let (sent, preview) = sent_and_previewed("client_secret_basic", ("client_secret", "p%ss w/rd+ü")).await;
    let pair = STANDARD.encode("id+with%3Acolon%2F%7E:p%25ss+w%2Frd%2B%C3%BC");
    assert_eq!(preview.replace("‹base64(client_id:client_secret)›", &pair), sent);
    let names: Vec<&str> = sent.lines().take_while(|line| !line.is_empty()).skip(1).collect();
    let names: Vec<&str> = names.iter().map(|line| line.split_once(':').unwrap().0).collect();
    assert_eq!(names, ["Host", "Authorization", "Accept", "Content-Type", "Content-Length"]);
}

#[tokio::test]
async fn with_client_secret_post_the_preview_equals_the_bytes_sent() {
    let (sent, preview) = sent_and_previewed("client_secret_post", ("client_secret", "p%ss w/rd+ü")).await;
    let filled = preview.replace("‹client_secret›", &form_encode("p%ss w/rd+ü"));
    assert_eq!(filled.replace("‹body length›", &body_length(&sent)), sent);
}

#[tokio::test]
async fn with_client_secret_jwt_the_preview_equals_the_bytes_sent() {
    let (sent, preview) = sent_and_previewed("client_secret_jwt", ("client_secret", SECRET)).await;
    let filled = preview.replace("‹client_assertion›", field(&sent, "client_assertion"));
    assert_eq!(filled.replace("‹body length›", &body_length(&sent)), sent);
}

#[tokio::test]
async fn with_private_key_jwt_the_preview_equals_the_bytes_sent() {
    let key = include_str!("../../../server/src/keys/testdata/rsa-pkcs8.pem");
    let (sent, preview) = sent_and_previewed("private_key_jwt", ("private_key", key)).await;
    let filled = preview.replace("‹client_assertion›", field(&sent, "client_assertion"));
    assert_eq!(filled.replace("‹body length›", &body_length(&sent)), sent);
}

#[tokio::test]
async fn a_document_is_asked_for_with_two_headers_and_no_body() {
    let upstream = Upstream::answering(response("404 Not Found", "", "")).await;
    let server = TestServer::start().await;
    server.script().get(&format!("/api/discovery?issuer={}", form_encode(&upstream.at("/as")))).await;
    let host = upstream.address;
    let asked =
        |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\n\r\n");
    let places = ["/as/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/as"];
    assert_eq!(upstream.requests(), places.map(asked));
}

#[tokio::test]
async fn one_connection_serves_several_requests() {
    let upstream = Upstream::answering(response("200 OK", "", TOKEN)).await;
    let server = TestServer::start().await;
    for _ in 0..3 {
        let body = super::request_to(&upstream.at("/token"));
        server.script().post("/api/token-exchange", body).await.assert_status(200);
    }
    assert_eq!((upstream.requests().len(), upstream.connections()), (3, 1));
}
