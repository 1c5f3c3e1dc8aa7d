//! Redirects: 20 ways to send the secret somewhere else, none of which is taken.

use super::{SECRET, Upstream, fails, response};
use crate::harness::TestServer;

const TOKEN: &str = r#"{"access_token":"opaque-token-of-the-second","token_type":"Bearer"}"#;

#[tokio::test]
async fn no_redirect_is_followed() {
    let second = Upstream::answering(response("200 OK", "", TOKEN)).await;
    let port = second.address.port();
    let server = TestServer::start().await;
    let script = server.script();
    let places = [
        ("literal", format!("http://127.0.0.1:{port}/token"), "127.0.0.1"),
        ("name", format!("http://localhost:{port}/token"), "localhost"),
        ("scheme change", format!("https://127.0.0.1:{port}/token"), "127.0.0.1"),
        ("port change", format!("//127.0.0.1:{port}/token?secret={SECRET}"), "another place"),
    ];
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        for (way, location, host) in &places {
            let first = Upstream::answering(response(status, &format!("Location: {location}\r\n"), "")).await;
            let (reply, call) = fails(&script, &first.at("/token"), 502, "provider-redirect").await;
            let detail = reply.json()["detail"].as_str().unwrap().to_owned();
            assert!(detail.contains(&status[..3]) && detail.contains(host), "{way}: {detail}");
            assert!(!detail.contains(&port.to_string()), "{way}: {detail}");
            assert_eq!(call["outcome"]["failed"]["answer"]["status"].to_string(), status[..3]);
            assert_eq!(first.requests().len(), 1);
        }
    }
    assert_eq!((second.connections(), second.requests().len()), (0, 0));
}

#[tokio::test]
async fn a_place_that_can_be_no_name_is_not_repeated() {
    let location = format!("Location: https://{}.example/\r\n", "a".repeat(10_000));
    let first = Upstream::answering(response("302 Found", &location, "")).await;
    let server = TestServer::start().await;
    let (reply, _) = fails(&server.script(), &first.at("/token"), 502, "provider-redirect").await;
    assert!(reply.json()["detail"].as_str().unwrap().contains("points to another place."));
}

#[tokio::test]
async fn a_secret_that_comes_back_as_a_host_is_not_repeated() {
    let location = format!("Location: https://{SECRET}.example/\r\n");
    let first = Upstream::answering(response("302 Found", &location, "")).await;
    let server = TestServer::start().await;
    let (reply, call) = fails(&server.script(), &first.at("/token"), 502, "provider-redirect").await;
    let needle = SECRET.to_lowercase();
    assert!(!reply.text().to_lowercase().contains(&needle));
    assert!(!call.to_string().to_lowercase().contains(&needle));
}

#[tokio::test]
async fn a_redirected_document_is_not_fetched_from_elsewhere_either() {
    let second = Upstream::answering(response("200 OK", "", "{}")).await;
    let first =
        Upstream::answering(response("302 Found", &format!("Location: {}\r\n", second.at("/")), "")).await;
    let server = TestServer::start().await;
    let query = format!("/api/discovery?issuer={}", first.at("/as").replace(':', "%3A"));
    server.script().get(&query).await.assert_problem(502, "provider-redirect");
    assert_eq!(second.connections(), 0);
}
