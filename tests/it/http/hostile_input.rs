//! Input that no honest caller sends: it is named by field, never repeated, and reaches nothing.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Map, Value, json};
use tokio::time::Instant;

use crate::harness::{Reply, TestServer};

const EXCHANGE: &str = "/api/token-exchange";

/// Fields of a token exchange that hold one text.
const TEXTS: [&str; 15] = [
    "environment_id",
    "region",
    "issuer",
    "token_endpoint",
    "confirm_target",
    "grant_type",
    "client_id",
    "client_auth_method",
    "client_secret",
    "private_key",
    "key_id",
    "signing_alg",
    "assertion_audience",
    "assertion_typ",
    "scope",
];

/// What a key in PEM is made of.
const LINE_CHARACTERS: [u8; 3] = [b'\t', b'\n', b'\r'];

fn control_bytes() -> impl Iterator<Item = u8> {
    (0x00..=0x1f).chain([0x7f])
}

async fn post_raw(server: &TestServer, path: &str, body: impl Into<Vec<u8>>) -> Reply {
    let request = server.request(Method::POST, path).header("x-requested-with", "authz-flows");
    Reply::to(request.header("content-type", "application/json").body(body.into())).await
}

#[tokio::test]
async fn every_control_byte_in_every_field_is_refused_by_name_before_anything_is_sent() {
    let server = TestServer::start().await;
    let script = server.script();
    for byte in control_bytes() {
        let hostile = format!("canary{}", char::from(byte));
        for field in
            TEXTS.into_iter().filter(|field| !(*field == "private_key" && LINE_CHARACTERS.contains(&byte)))
        {
            let mut body = Map::from_iter([("sandbox".to_owned(), json!(true))]);
            body.insert(field.to_owned(), json!(hostile));
            let reply = script.post(EXCHANGE, Value::Object(body)).await;
            reply.assert_problem(422, "invalid-input");
            assert!(
                reply.pointers().contains(&format!("/{field}")),
                "{byte:#04x} in {field}: {}",
                reply.text()
            );
            assert!(!reply.text().contains("canary"), "{}", reply.text());
        }
    }
    assert_eq!(script.get("/api/calls").await.json(), json!([]));
}

#[tokio::test]
async fn control_bytes_are_found_in_lists_names_and_nested_values_too() {
    let server = TestServer::start().await;
    for byte in control_bytes() {
        let hostile = format!("a{}", char::from(byte));
        let body = json!({
            "audience": hostile, "resource": ["https://a.example", hostile],
            "parameters": {"plain": hostile, "list": [hostile], hostile.clone(): "value"},
        });
        let reply = server.script().post(EXCHANGE, body).await;
        let pointers = reply.assert_problem(422, "invalid-input").pointers();
        for pointer in ["/audience", "/resource/1", "/parameters/plain", "/parameters/list/0"] {
            assert!(pointers.contains(&pointer.to_owned()), "{byte:#04x}: {pointers:?}");
        }
        assert!(pointers.iter().any(|pointer| *pointer == format!("/parameters/{hostile}")), "{pointers:?}");
    }
}

#[tokio::test]
async fn control_bytes_in_drafts_queries_and_verifications_are_refused() {
    let server = TestServer::start().await;
    let script = server.script();
    for byte in control_bytes() {
        let hostile = format!("a{}", char::from(byte));
        let draft = json!({"client_id": hostile, "scopes": [hostile]});
        let reply = script.call(Method::PUT, "/api/draft/client-credentials", Some(draft)).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/client_id", "/scopes/0"]);
        let verify = script.post("/api/tokens/verify", json!({"token": hostile, "issuer": hostile})).await;
        assert_eq!(verify.assert_problem(422, "invalid-input").pointers(), ["/issuer", "/token"]);
        let query = format!("/api/discovery?issuer=https://a%{byte:02x}.example");
        script.get(&query).await.assert_problem(422, "invalid-input");
    }
}

#[tokio::test]
async fn all_faults_are_told_at_once_and_no_value_is_repeated() {
    let server = TestServer::start().await;
    let body = json!({
        "canary_field": 1, "client_id": 5, "assertion_lifetime": "canary", "scope": "canary\n", "resource": "canary",
        "region": "canary", "sandbox": true, "client_auth_method": "canary",
    });
    let reply = server.script().post(EXCHANGE, body).await;
    let mut pointers = reply.assert_problem(422, "invalid-input").pointers();
    pointers.sort();
    assert_eq!(
        pointers,
        [
            "/assertion_lifetime",
            "/canary_field",
            "/client_auth_method",
            "/client_id",
            "/region",
            "/resource/0",
            "/scope"
        ]
    );
    assert!(!reply.text().replace("/canary_field", "").contains("canary"), "{}", reply.text());
}

#[tokio::test]
async fn what_is_not_json_is_400_and_is_not_repeated() {
    let server = TestServer::start().await;
    let mut bodies: Vec<Vec<u8>> = [
        "",
        "{",
        "canary",
        "{\"client_secret\":\"canary",
        "{'a':1}",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "NaN",
        "\u{feff}{}",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    bodies.push(b"{\"a\":\"\xff\"}".to_vec());
    bodies.push(b"{\"client_secret\":\"canary\n\"}".to_vec());
    bodies.push(vec![b'['; 60_000]);
    for body in bodies {
        let reply = post_raw(&server, EXCHANGE, body).await;
        reply.assert_problem(400, "malformed-json");
        assert!(!reply.text().contains("canary"), "{}", reply.text());
    }
}

#[tokio::test]
async fn a_document_that_is_no_object_is_refused() {
    let server = TestServer::start().await;
    for body in ["[]", "\"text\"", "1", "null", "true", "[{\"sandbox\":true}]"] {
        let reply = post_raw(&server, EXCHANGE, body).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), [""]);
    }
}

#[tokio::test]
async fn a_member_given_twice_is_refused_at_every_depth() {
    let server = TestServer::start().await;
    let body = r#"{"client_id":"a","client_id":"b","parameters":{"x":"1","x":"2"},"sandbox":true}"#;
    let reply = post_raw(&server, EXCHANGE, body).await;
    assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/client_id", "/parameters/x"]);
    let twice = server.get("/api/discovery?sandbox=true&sandbox=true").await;
    assert_eq!(twice.assert_problem(422, "invalid-input").pointers(), ["/sandbox"]);
}

#[tokio::test]
async fn names_with_slashes_and_tildes_have_proper_pointers() {
    let server = TestServer::start().await;
    let reply = post_raw(&server, EXCHANGE, r#"{"a/b~c":1,"sandbox":true,"client_id":"x"}"#).await;
    assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/a~1b~0c"]);
}

#[tokio::test]
async fn a_flood_of_faults_is_answered_with_a_bounded_list() {
    let server = TestServer::start().await;
    let members: Vec<String> = (0..6_000).map(|number| format!("\"f{number}\":1")).collect();
    let reply = post_raw(&server, EXCHANGE, format!("{{{}}}", members.join(","))).await;
    reply.assert_problem(422, "invalid-input");
    assert!(reply.pointers().len() <= 80 && reply.body.len() < 16 * 1024, "{}", reply.pointers().len());
}

#[tokio::test]
async fn ids_and_flows_from_elsewhere_are_404() {
    let server = TestServer::start().await;
    let script = server.script();
    for path in [
        "/api/tokens/none",
        "/api/calls/none",
        "/api/draft/none",
        "/api/tokens/..%2f..%2fetc",
        "/api/tokens/%00",
    ] {
        script.get(path).await.assert_problem(404, "not-found");
    }
    script.delete("/api/tokens/none").await.assert_problem(404, "not-found");
    script.call(Method::POST, "/api/tokens/none/reveal", None).await.assert_problem(404, "not-found");
}

#[tokio::test]
async fn a_paste_far_too_long_is_refused_at_once() {
    let server = TestServer::start().await;
    let mut fastest = Duration::MAX;
    for paste in ["a", "eyJ", ".", "{\"a\":"] {
        let body = json!({"token": paste.repeat(1024 * 1024 / paste.len())}).to_string();
        let started = Instant::now();
        post_raw(&server, "/api/tokens/verify", body).await.assert_problem(413, "too-large");
        fastest = fastest.min(started.elapsed());
    }
    // Other tests share the processor; work that grows with the paste would slow every one of the four.
    assert!(fastest < Duration::from_millis(50), "{fastest:?}");
}

#[tokio::test]
async fn two_thousand_five_hundred_broken_bodies_are_answered_and_none_panics() {
    let server = TestServer::start().await;
    let good = json!({"sandbox": true, "client_id": "x", "client_auth_method": "private_key_jwt", "private_key": "-----BEGIN",
        "resource": ["https://a.example"], "parameters": {"a": ["b"]}, "assertion_lifetime": 60})
    .to_string()
    .into_bytes();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..2_500 {
        let mut body = good.clone();
        for _ in 0..=(next(&mut random) % 4) {
            let at = usize::try_from(next(&mut random)).unwrap() % body.len();
            match next(&mut random) % 3 {
                0 => body[at] = u8::try_from(next(&mut random) % 256).unwrap(),
                1 => body.truncate(at.max(1)),
                _ => body.insert(at, u8::try_from(next(&mut random) % 256).unwrap()),
            }
        }
        let reply = post_raw(&server, "/api/token-exchange/preview", body.clone()).await;
        assert!(
            [200, 400, 422].contains(&reply.status),
            "{}: {}",
            String::from_utf8_lossy(&body),
            reply.text()
        );
    }
}

/// Xorshift: the same numbers in every run.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state >> 1
}
