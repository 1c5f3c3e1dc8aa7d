//! Authorization servers that say back what they were told, in every way that fails.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use url::form_urlencoded;

use super::plants::ISSUED;
use crate::upstream::{Upstream, response};

const JSON: &str = "Content-Type: application/json\r\n";

/// Every provider with what it does.
pub(super) async fn all() -> Vec<(&'static str, Upstream)> {
    vec![
        ("refuses and repeats the request", reflecting(refusal).await),
        (
            "refuses and repeats what the request means",
            reflecting(|request| refusal(&meaning(request))).await,
        ),
        (
            "answers HTML",
            reflecting(|request| response("200 OK", "Content-Type: text/html\r\n", request)).await,
        ),
        ("redirects", reflecting(redirect).await),
        ("breaks its JSON off", reflecting(|request| response("200 OK", JSON, &broken(request))).await),
        ("sends a cookie", reflecting(cookie).await),
        ("hangs up", Upstream::doing(vec![]).await),
        ("issues tokens", Upstream::answering(response("200 OK", JSON, &tokens())).await),
        ("issues tokens and repeats the request", reflecting(chatty).await),
    ]
}

async fn reflecting(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Upstream {
    Upstream::reflecting(answer).await
}

fn refusal(words: &str) -> Vec<u8> {
    let body = json!({"error": "invalid_client", "error_description": words});
    response("401 Unauthorized", JSON, &body.to_string())
}

fn broken(request: &str) -> String {
    json!({"access_token": ISSUED[0].1, "note": request}).to_string().trim_end_matches('}').to_owned()
}

fn redirect(request: &str) -> Vec<u8> {
    let echo: String = form_urlencoded::byte_serialize(meaning(request).as_bytes()).collect();
    response("302 Found", &format!("Location: /elsewhere?{echo}\r\n"), "")
}

fn cookie(request: &str) -> Vec<u8> {
    let echo: String = form_urlencoded::byte_serialize(meaning(request).as_bytes()).collect();
    let headers = format!("{JSON}Set-Cookie: echo={echo}\r\nWWW-Authenticate: Basic realm=\"{echo}\"\r\n");
    response("401 Unauthorized", &headers, r#"{"error":"invalid_client"}"#)
}

fn tokens() -> String {
    let mut body = json!({"token_type": "Bearer", "expires_in": 300});
    for (member, token) in ISSUED {
        body[member] = token.into();
    }
    body.to_string()
}

fn chatty(request: &str) -> Vec<u8> {
    let mut body: serde_json::Value = serde_json::from_str(&tokens()).unwrap();
    body["you_said"] = meaning(request).into();
    response("200 OK", JSON, &body.to_string())
}

/// The request with its Basic header and its form decoded.
fn meaning(request: &str) -> String {
    let (head, form) = request.split_once("\r\n\r\n").unwrap_or_default();
    let basic = head.lines().find_map(|line| line.strip_prefix("Authorization: Basic "));
    let pair =
        basic.map(|basic| String::from_utf8(STANDARD.decode(basic).unwrap()).unwrap()).unwrap_or_default();
    let decoded = |form: &str| -> Vec<String> {
        form_urlencoded::parse(form.as_bytes()).map(|(name, value)| format!("{name}={value}")).collect()
    };
    [decoded(&pair), decoded(form)].concat().join(" ")
}
