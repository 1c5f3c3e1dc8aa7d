//! Answers that arrive whole: what is passed on, and what is refused as unusable.

use serde_json::json;

use super::{SECRET, Step, Upstream, fails, request_to, response};
use crate::harness::TestServer;

const JSON: &str = "Content-Type: application/json\r\n";
const TOKEN: &str =
    r#"{ "access_token" : "opaque-token-of-the-upstream", "token_type":"bearer", "expires_in" : "60" }"#;

#[tokio::test]
async fn a_token_response_reaches_a_script_byte_for_byte() {
    let upstream = Upstream::answering(response("200 OK", "Content-Type: text/plain\r\n", TOKEN)).await;
    let server = TestServer::start().await;
    let reply = server.script().post("/api/token-exchange", request_to(&upstream.at("/token"))).await;
    reply.assert_status(200);
    assert_eq!(reply.text(), TOKEN);
    assert_eq!(reply.header("content-type"), "application/json");
    assert!(!reply.header("x-token-id").is_empty() && !reply.header("x-exchange-id").is_empty());
}

#[tokio::test]
async fn a_refusal_keeps_its_status_and_bytes_and_none_of_its_headers() {
    let server = TestServer::start().await;
    for status in ["400 Bad", "401 Unauthorized", "403 Forbidden", "429 Slow", "500 Oops", "503 Down"] {
        let body = format!(" {{\"error\":\"invalid_client\",\"error_description\":\"{status} é\"}}\n");
        let headers = "WWW-Authenticate: Basic realm=\"x\"\r\nSet-Cookie: a=b\r\nRetry-After: 7\r\n\
            Access-Control-Allow-Origin: *\r\nContent-Security-Policy: default-src *\r\n";
        let upstream = Upstream::answering(response(status, headers, &body)).await;
        let script = server.script();
        let reply = script.post("/api/token-exchange", request_to(&upstream.at("/token"))).await;
        assert_eq!((reply.status.to_string(), reply.text()), (status[..3].to_owned(), body.as_str()));
        assert_eq!(reply.header("x-error-source"), "provider");
        for header in
            ["www-authenticate", "set-cookie", "retry-after", "access-control-allow-origin", "x-token-id"]
        {
            assert_eq!(reply.header(header), "", "{header}");
        }
        let inert = "default-src 'none'; frame-ancestors 'none'; sandbox";
        assert_eq!(reply.header("content-security-policy"), inert);
        assert_eq!(
            (reply.header("content-type"), reply.header("x-content-type-options")),
            ("application/json", "nosniff")
        );
        let call = script.get(&format!("/api/calls/{}", reply.header("x-exchange-id"))).await.json();
        assert!(call.to_string().contains("www-authenticate"), "the log has every header: {call}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_token_response_is_refused_with_the_reason() {
    let cases = [
        ("200 OK", "Content-Type: text/html\r\n", "<html><body>Sign in</body></html>", "page (HTML)"),
        ("503 Down", "Content-Type: text/html\r\n", "<html>", "page (HTML)"),
        ("200 OK", JSON, "", "body is empty"),
        ("401 Unauthorized", "", "", "body is empty"),
        ("200 OK", JSON, "{\"access_token\":", "not a JSON object"),
        ("200 OK", JSON, "\"eyJhbGciOiJub25lIn0.e30.canary-secret\"", "not a JSON object"),
        ("200 OK", JSON, "[]", "not a JSON object"),
        ("200 OK", JSON, "{\"token_type\":\"Bearer\"}", "no access_token"),
        ("200 OK", JSON, "{\"access_token\":7}", "access_token is not a string"),
    ];
    let server = TestServer::start().await;
    for (status, headers, body, reason) in cases {
        let upstream = Upstream::answering(response(status, headers, body)).await;
        let (reply, call) = fails(&server.script(), &upstream.at("/token"), 502, "provider-non-json").await;
        let detail = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(reason), "{body}: {detail}");
        assert!(!detail.contains("canary"), "{detail}");
        assert_eq!(call["outcome"]["failed"]["answer"]["status"].to_string(), status[..3]);
    }
}

#[tokio::test]
async fn a_204_has_no_token_in_it() {
    let upstream =
        Upstream::doing(vec![Step::Read, Step::Write(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())]).await;
    let server = TestServer::start().await;
    let (reply, _) = fails(&server.script(), &upstream.at("/token"), 502, "provider-non-json").await;
    assert!(reply.json()["detail"].as_str().unwrap().contains("204"));
}

#[tokio::test]
async fn a_compressed_answer_is_refused_unread() {
    let server = TestServer::start().await;
    for encoding in ["gzip", "br", "zstd", "deflate", "x-unknown", "identity, gzip"] {
        let headers = format!("Content-Encoding: {encoding}\r\n");
        let upstream = Upstream::answering(response("200 OK", &headers, TOKEN)).await;
        fails(&server.script(), &upstream.at("/token"), 502, "provider-encoding").await;
    }
    let upstream = Upstream::answering(response("200 OK", "Content-Encoding: identity\r\n", TOKEN)).await;
    let reply = server.script().post("/api/token-exchange", request_to(&upstream.at("/token"))).await;
    reply.assert_status(200);
}

#[tokio::test]
async fn a_browser_gets_its_tokens_masked_and_everything_else_as_it_came() {
    let jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";
    let body =
        format!("{{\"access_token\":\"{jwt}\",\"refresh_token\":\"canary-refresh-token\",\"x\": 1.0}}");
    let upstream = Upstream::answering(response("200 OK", JSON, &body)).await;
    let server = TestServer::start().await;
    let mut request = request_to(&upstream.at("/token"));
    request["confirm_target"] = upstream.base.clone().into();
    let reply = server.browser().post("/api/token-exchange", request).await;
    let masked = r#"{"access_token":"eyJhbG…dXJl","refresh_token":"…oken","x": 1.0}"#;
    assert_eq!(reply.assert_status(200).text(), masked);
}

#[tokio::test]
async fn a_secret_the_provider_echoes_reaches_neither_browser_nor_log() {
    let body = format!("{{\"error\":\"invalid_client\",\"error_description\":\"bad secret {SECRET}\"}}");
    let upstream = Upstream::answering(response("401 Unauthorized", JSON, &body)).await;
    let server = TestServer::start().await;
    let mut request = request_to(&upstream.at("/token"));
    request["confirm_target"] = upstream.base.clone().into();
    let browser = server.browser();
    let reply = browser.post("/api/token-exchange", request).await;
    assert!(!reply.assert_status(401).text().contains(SECRET), "{}", reply.text());
    let calls = browser.get(&format!("/api/calls/{}", reply.header("x-exchange-id"))).await;
    assert!(!calls.assert_status(200).text().contains(SECRET), "{}", calls.text());
}

#[tokio::test]
async fn a_token_is_kept_masked_and_leaves_whole_only_when_revealed() {
    let upstream = Upstream::answering(response("200 OK", JSON, TOKEN)).await;
    let server = TestServer::start().await;
    let script = server.script();
    let reply = script.post("/api/token-exchange", request_to(&upstream.at("/token"))).await;
    let id = reply.header("x-token-id").to_owned();
    let listed = script.get("/api/tokens").await;
    assert!(!listed.text().contains("opaque-token-of"), "{}", listed.text());
    assert_eq!((&listed.json()[0]["id"], &listed.json()[0]["expires_in"]), (&json!(id), &json!(60)));
    let revealed = script.post(&format!("/api/tokens/{id}/reveal"), json!({})).await;
    assert_eq!(revealed.assert_status(200).json(), json!({"access_token": "opaque-token-of-the-upstream"}));
    script.delete(&format!("/api/tokens/{id}")).await.assert_status(204);
    script.get(&format!("/api/tokens/{id}")).await.assert_problem(404, "not-found");
}
