//! Control bytes and injections in every field: refused before any socket is opened.

use serde_json::{Value, json};

use crate::{
    harness::TestServer,
    upstream::{SECRET, Step, Upstream},
};

/// Fields of one string, each with a value that would do.
const FIELDS: [(&str, &str); 15] = [
    ("token_endpoint", ""),
    ("confirm_target", "http://127.0.0.1:1"),
    ("grant_type", "client_credentials"),
    ("client_id", "client"),
    ("client_auth_method", "client_secret_jwt"),
    ("client_secret", SECRET),
    ("key_id", "key"),
    ("signing_alg", "HS256"),
    ("assertion_audience", "token_endpoint"),
    ("assertion_typ", "JWT"),
    ("scope", "orders:read"),
    ("audience", "https://api.example.com"),
    ("resource", "https://api.example.com"),
    ("environment_id", "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63"),
    ("region", "EU"),
];

/// Line breaks in the disguises they are known to wear, and what people put behind them.
const INJECTIONS: [&str; 17] = [
    "\r\nSet-Cookie: a=b",
    "\nSet-Cookie: a=b",
    "\rSet-Cookie: a=b",
    "\r\n\r\n<script>alert(1)</script>",
    "\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK",
    "\r\nTransfer-Encoding: chunked",
    "\r\nHost: evil.example",
    "\r\n Authorization: Basic x",
    "\n\nGET / HTTP/1.1",
    "\r\n\tfolded",
    "\u{0}\r\nX: y",
    "\u{b}\u{c}X: y",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{7f}X: y",
    "\r\nLocation: https://evil.example",
    "\t\r\nX-Forwarded-For: 127.0.0.1",
    "\u{8}\u{8}\u{8}\r\n",
];

fn body(endpoint: &str) -> Value {
    json!({
        "token_endpoint": endpoint, "client_id": "client", "client_auth_method": "client_secret_jwt",
        "client_secret": SECRET,
    })
}

fn payloads() -> impl Iterator<Item = String> {
    let control = (0..0x20).chain([0x7f]).map(|byte| char::from(byte).to_string());
    control.chain(INJECTIONS.map(str::to_owned))
}

#[tokio::test]
async fn no_field_takes_a_control_byte() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start().await;
    let script = server.script();
    for (field, value) in FIELDS {
        for payload in payloads() {
            let mut body = body(&upstream.at("/token"));
            let value = if field == "token_endpoint" { upstream.at("/token") } else { value.to_owned() };
            body[field] = format!("{value}{payload}").into();
            let reply = script.post("/api/token-exchange", body).await;
            reply.assert_problem(422, "invalid-input");
            assert!(!reply.text().contains(SECRET));
        }
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn no_parameter_takes_one_in_its_name_or_value() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start().await;
    let script = server.script();
    for payload in payloads() {
        for parameters in [
            json!({"x": format!("a{payload}")}),
            json!({format!("x{payload}"): "a"}),
            json!({"x": ["a", format!("b{payload}")]}),
        ] {
            let mut body = body(&upstream.at("/token"));
            body["parameters"] = parameters;
            script.post("/api/token-exchange", body).await.assert_problem(422, "invalid-input");
        }
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn the_issuer_of_a_verification_or_discovery_takes_none_either() {
    let server = TestServer::start().await;
    let script = server.script();
    for payload in payloads() {
        let verify = json!({"token": "a.b.c", "issuer": format!("https://as.example.com{payload}")});
        script.post("/api/tokens/verify", verify).await.assert_problem(422, "invalid-input");
        let verify = json!({"token": "a.b.c", "issuer": "https://as.example.com", "audience": payload});
        script.post("/api/tokens/verify", verify).await.assert_problem(422, "invalid-input");
        let encoded: String = url::form_urlencoded::byte_serialize(payload.as_bytes()).collect();
        let query = format!("/api/discovery?issuer=https%3A%2F%2Fas.example.com{encoded}");
        script.get(&query).await.assert_problem(422, "invalid-input");
    }
}
