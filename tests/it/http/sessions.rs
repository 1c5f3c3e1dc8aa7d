//! Sessions: begun by the right requests, kept apart, ended for good.

use std::{collections::HashSet, time::Duration};

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Browser, Reply, TestServer};

const DRAFT: &str = "/api/draft/client-credentials";

async fn type_client_id(browser: &Browser<'_>, client_id: &str) {
    browser.call(Method::PUT, DRAFT, Some(json!({"client_id": client_id}))).await.assert_status(204);
}

async fn typed_client_id(browser: &Browser<'_>) -> Value {
    browser.get(DRAFT).await.assert_status(200).json()["client_id"].clone()
}

#[tokio::test]
async fn two_browsers_never_see_each_other() {
    let server = TestServer::start().await;
    let (one, other) = (server.browser(), server.browser());
    type_client_id(&one, "one").await;
    type_client_id(&other, "other").await;
    assert_ne!(one.cookie(), other.cookie());
    assert_eq!(typed_client_id(&one).await, "one");
    assert_eq!(typed_client_id(&other).await, "other");
}

#[tokio::test]
async fn a_script_goes_on_with_the_session_it_names_and_else_gets_a_fresh_one() {
    let server = TestServer::start().await;
    let (one, other) = (server.script(), server.script());
    one.call(Method::PUT, DRAFT, Some(json!({"client_id": "one"}))).await.assert_status(204);
    assert_eq!(one.get(DRAFT).await.json()["client_id"], "one");
    assert_eq!(other.get(DRAFT).await.json()["client_id"], "");
    let anonymous = server.get(DRAFT).await;
    assert_eq!(anonymous.json()["client_id"], "");
    assert_eq!(anonymous.header("x-session-id").len(), 43);
    assert_eq!(anonymous.header("set-cookie"), "");
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let server = TestServer::start().await;
    let page = server.browser().visit("/").await;
    let cookie = page.header("set-cookie");
    let attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
    assert!(cookie.starts_with("authz_flows="), "{cookie}");
    for attribute in ["Path=/", "HttpOnly", "SameSite=Strict"] {
        assert!(attributes.contains(&attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain") && cookie.len() < 4096);
}

#[tokio::test]
async fn over_https_the_cookie_has_the_host_prefix() {
    let server = TestServer::start_with(|settings, _| {
        settings.public_url = Some("https://flows.example".parse().unwrap());
    })
    .await;
    let page =
        server.request(Method::GET, "/").header("host", "flows.example").header("sec-fetch-site", "none");
    let page = Reply::to(page).await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-authz_flows=") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test]
async fn a_session_begins_on_the_requests_of_a_person_and_of_our_own_pages_only() {
    let server = TestServer::start().await;
    let own = server.base.clone();
    let cases: [(&[(&str, &str)], bool); 8] = [
        (&[("sec-fetch-site", "none")], true),
        (&[("sec-fetch-site", "same-origin")], true),
        (&[("origin", &own)], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site")], false),
        (&[("sec-fetch-site", "cross-site"), ("origin", &own)], false),
        (&[("origin", "https://elsewhere.example")], false),
        (&[("sec-fetch-mode", "navigate")], false),
    ];
    for path in ["/", "/api/tokens"] {
        for (headers, begins) in cases {
            let mut request = server.request(Method::GET, path);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let reply = Reply::to(request).await;
            assert_eq!(!reply.header("set-cookie").is_empty(), begins, "{path} {headers:?}");
            assert_eq!(reply.header("x-session-id"), "", "{path} {headers:?}");
        }
    }
}

#[tokio::test]
async fn a_link_from_another_site_keeps_the_session() {
    let server = TestServer::start().await;
    let browser = server.browser();
    browser.visit("/").await;
    type_client_id(&browser, "kept").await;
    let cookie = browser.cookie();
    browser.follow_link_from_elsewhere("/").await.assert_status(200);
    browser.follow_link_from_elsewhere("/api/tokens").await.assert_problem(403, "cross-site");
    assert_eq!(browser.cookie(), cookie);
    assert_eq!(typed_client_id(&browser).await, "kept");
}

#[tokio::test]
async fn a_planted_id_is_never_taken_over() {
    let server = TestServer::start().await;
    let planted = "A".repeat(43);
    let request = server.request(Method::GET, "/").header("cookie", format!("authz_flows={planted}"));
    let page = Reply::to(request.header("sec-fetch-site", "none")).await;
    assert!(
        page.header("set-cookie").starts_with("authz_flows=")
            && !page.header("set-cookie").contains(&planted)
    );
    let request = server.request(Method::GET, "/api/tokens").header("x-session-id", &planted);
    assert_ne!(Reply::to(request).await.assert_status(200).header("x-session-id"), planted);
}

#[tokio::test]
async fn an_id_of_a_browser_is_none_of_a_script_and_the_other_way_round() {
    let server = TestServer::start().await;
    let browser = server.browser();
    type_client_id(&browser, "of the browser").await;
    let id = browser.cookie().unwrap().split('=').nth(1).unwrap().to_owned();
    let as_script = Reply::to(server.request(Method::GET, DRAFT).header("x-session-id", &id)).await;
    assert_eq!(as_script.json()["client_id"], "");
    assert_ne!(as_script.header("x-session-id"), id);
    let of_script = server.get(DRAFT).await.header("x-session-id").to_owned();
    let request = server.request(Method::GET, DRAFT).header("cookie", format!("authz_flows={of_script}"));
    let as_browser = Reply::to(request.header("sec-fetch-site", "same-origin")).await;
    assert!(
        !as_browser.header("set-cookie").contains(&of_script) && !as_browser.header("set-cookie").is_empty()
    );
}

#[tokio::test]
async fn ids_do_not_repeat() {
    let server = TestServer::start().await;
    let mut ids = HashSet::new();
    for _ in 0..1_000 {
        ids.insert(server.get("/api/tokens").await.header("x-session-id").to_owned());
    }
    assert_eq!(ids.len(), 1_000);
}

#[tokio::test]
async fn an_ended_session_is_gone_and_the_browser_is_told_to_forget() {
    let server = TestServer::start().await;
    let browser = server.browser();
    type_client_id(&browser, "secret plan").await;
    let before = browser.cookie().unwrap();
    let ended = browser.call(Method::DELETE, "/api/session", None).await;
    ended.assert_status(204);
    assert_eq!(ended.header("clear-site-data"), "\"storage\"");
    assert!(
        ended.header("set-cookie").starts_with("authz_flows=; ")
            && ended.header("set-cookie").contains("Max-Age=0")
    );
    let request = server.request(Method::GET, DRAFT).header("cookie", before);
    let reply = Reply::to(request.header("sec-fetch-site", "same-origin")).await;
    assert_eq!(reply.assert_status(200).json()["client_id"], "");
}

#[tokio::test]
async fn a_session_that_is_not_used_ends_and_one_that_is_used_does_not() {
    let day = Duration::from_hours(24);
    let server = TestServer::start().await;
    let browser = server.browser();
    type_client_id(&browser, "kept").await;
    server.clock.advance(29 * day);
    assert_eq!(typed_client_id(&browser).await, "kept");
    server.clock.advance(29 * day);
    assert_eq!(typed_client_id(&browser).await, "kept");
    server.clock.advance(31 * day);
    assert_eq!(typed_client_id(&browser).await, "");
}

#[tokio::test]
async fn no_more_sessions_are_held_than_allowed_and_the_oldest_goes_first() {
    let server = TestServer::start_with(|settings, _| settings.limits.script_sessions = 8).await;
    let (first, browser) = (server.script(), server.browser());
    first.call(Method::PUT, DRAFT, Some(json!({"client_id": "first"}))).await.assert_status(204);
    type_client_id(&browser, "browser").await;
    for _ in 0..200 {
        server.get("/api/tokens").await.assert_status(200);
    }
    assert_eq!(first.get(DRAFT).await.json()["client_id"], "");
    assert_eq!(typed_client_id(&browser).await, "browser");
}
