//! Pages as the server writes them.

use reqwest::Method;
use serde_json::json;

use super::markup::Shape;
use crate::harness::{BUILD, Browser, Reply, TestServer};

/// Texts that would end a script, open a comment or break a parser if they stood in a page as they are.
const BREAKOUTS: [&str; 6] = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><img src=x onerror=alert(1)>",
    "\u{2028}alert(1)\u{2029}",
    "\\u003c/script\\u003e\\0001",
    "\"'><svg onload=alert(1)>",
];

#[tokio::test]
async fn a_page_loads_the_files_of_the_build() {
    let server = TestServer::start().await;
    let page = server.get("/").await;
    assert_eq!(page.assert_status(200).header("content-type"), "text/html; charset=utf-8");
    for file in ["app.css", "app.js", "app_bg.wasm"] {
        assert!(page.text().contains(&format!("/pkg/{BUILD}/{file}")), "{file}");
    }
}

#[tokio::test]
async fn an_unknown_address_is_404_and_a_page() {
    let server = TestServer::start().await;
    for path in [
        "/nothing",
        "/flows",
        "/flows/nothing",
        "/flows/client-credentials/more",
        "/.env",
        "/..%2f..%2fetc/passwd",
    ] {
        let page = server.get(path).await;
        page.assert_status(404);
        assert!(page.text().contains("There is no page at this address"), "{path}");
    }
    server.get("/flows/client-credentials").await.assert_status(200);
    server.get("/flows/client-credentials?step=token").await.assert_status(200);
}

#[tokio::test]
async fn a_page_answers_head_as_it_answers_get() {
    let server = TestServer::start().await;
    let head = server.script().call(Method::HEAD, "/nothing", None).await;
    assert!(head.assert_status(404).body.is_empty());
}

#[tokio::test]
async fn a_page_travels_compressed_where_that_is_asked_for() {
    let server = TestServer::start().await;
    for encoding in ["br", "gzip"] {
        let page =
            Reply::to(server.request(Method::GET, "/nothing").header("accept-encoding", encoding)).await;
        assert_eq!(page.assert_status(404).header("content-encoding"), encoding);
        let plain = server.get("/nothing").await;
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
        assert!(page.body.len() * 2 < plain.body.len(), "{encoding}: {} bytes", page.body.len());
    }
}

async fn page_with(browser: &Browser<'_>, typed: &str) -> String {
    let draft = json!({"client_id": typed, "environment_id": typed, "audience": typed, "key_id": typed,
        "scopes": [typed], "resources": [typed]});
    browser.call(Method::PUT, "/api/draft/client-credentials", Some(draft)).await.assert_status(204);
    browser.visit("/flows/client-credentials").await.assert_status(200).text().to_owned()
}

#[tokio::test]
async fn what_was_typed_cannot_break_out_of_the_page() {
    let server = TestServer::start().await;
    let browser = server.browser();
    let page = page_with(&browser, "typed-by-a-person").await;
    assert!(
        page.matches("typed-by-a-person").count() > 6,
        "what was typed is part of the page: as text and as data"
    );
    let harmless = Shape::of(&page);
    for breakout in BREAKOUTS {
        let page = page_with(&browser, breakout).await;
        assert_eq!(Shape::of(&page), harmless, "{breakout:?}");
    }
}

/// The first releases that escape what an error of a resource says in the page's data
/// (leptos-rs/leptos#4747).
const ESCAPING: [(&str, [u32; 3]); 2] = [("hydration_context", [0, 3, 2]), ("leptos", [0, 8, 23])];

#[test]
fn the_renderer_is_one_that_escapes_errors_too() {
    let lock = include_str!("../../../Cargo.lock");
    for (name, floor) in ESCAPING {
        let entry =
            lock.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{name}\"\n"))).unwrap();
        let version = entry.split("version = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let numbers: Vec<u32> = version.split('.').map(|number| number.parse().unwrap()).collect();
        assert!(numbers >= floor.to_vec(), "{name} {version}");
    }
}
