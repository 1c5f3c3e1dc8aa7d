//! What every answer carries, whoever made it.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::json;

use crate::harness::{BUILD, Reply, TestServer};

/// One answer of every kind there is: pages, API, problems, files, the sandbox, its control API.
async fn one_of_each(server: &TestServer) -> Vec<(String, Reply)> {
    let script = server.script();
    let mut replies = Vec::new();
    let paths = [
        "/",
        "/flows/client-credentials",
        "/no/such/page",
        "/healthz",
        "/readyz",
        "/favicon.ico",
        "/favicon.svg",
        "/robots.txt",
        "/api",
        "/api/",
        "/api/no-such-operation",
        "/api/tokens",
        "/api/tokens/none",
        "/api/calls",
        "/api/calls/none",
        "/api/draft/client-credentials",
        "/api/draft/none",
        "/api/discovery?sandbox=true",
        "/api/discovery",
        "/api/sandbox/environment",
        "/api/token-exchange",
        "/sandbox",
        "/sandbox/nothing",
        "/sandbox/v1/environments",
        "/sandbox/_control/environments",
        "/sandbox/_control/nothing",
    ];
    for path in paths {
        replies.push((path.to_owned(), script.get(path).await));
    }
    for file in ["app.js", "app_bg.wasm", "app.css", "fonts/geist.woff2", "none.js"] {
        let path = format!("/pkg/{BUILD}/{file}");
        replies.push((path.clone(), script.get(&path).await));
    }
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS, Method::TRACE] {
        for path in ["/", "/api/tokens", "/healthz", "/sandbox/nothing", "/api/nothing"] {
            replies.push((format!("{method} {path}"), script.call(method.clone(), path, None).await));
        }
    }
    let bodies = [json!({"sandbox": true}), json!({"nonsense": 1}), json!([])];
    for path in ["/api/token-exchange", "/api/token-exchange/preview", "/api/tokens/verify"] {
        for body in &bodies {
            replies.push((format!("POST {path} {body}"), script.post(path, body.clone()).await));
        }
    }
    replies.push(("DELETE /api/session".to_owned(), script.delete("/api/session").await));
    replies.push(("host".to_owned(), foreign_host(server).await));
    replies
}

async fn foreign_host(server: &TestServer) -> Reply {
    Reply::to(server.request(Method::GET, "/").header("host", "evil.example")).await
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = TestServer::start().await;
    for (what, reply) in one_of_each(&server).await {
        let policy = reply.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{what}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{what}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), value, "{what}: {name}");
        }
        assert!(reply.header("permissions-policy").contains("geolocation=()"), "{what}");
        assert_eq!(reply.header("server"), "", "{what}");
        assert_eq!(reply.header("strict-transport-security"), "", "{what} is not reached over https");
    }
}

#[tokio::test]
async fn no_answer_lets_another_origin_read_it() {
    let server = TestServer::start().await;
    for (what, reply) in one_of_each(&server).await {
        assert!(!reply.headers.contains_key("access-control-allow-origin"), "{what}");
    }
    let preflight =
        server.request(Method::OPTIONS, "/api/token-exchange").header("origin", "https://elsewhere.example");
    let preflight = Reply::to(preflight.header("access-control-request-method", "POST")).await;
    assert_eq!(preflight.assert_status(405).header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn nothing_but_files_of_the_build_is_kept_by_a_cache() {
    let server = TestServer::start().await;
    for (what, reply) in one_of_each(&server).await {
        let is_file = reply.status == 200
            && (what.starts_with("/pkg/") || what.contains("/favicon") || what == "/robots.txt");
        if !is_file {
            // The sandbox may add words of its own, as the provider it simulates does.
            assert!(
                reply.header("cache-control").contains("no-store"),
                "{what}: {}",
                reply.header("cache-control")
            );
        }
    }
}

#[tokio::test]
async fn every_failure_of_ours_is_a_problem_document() {
    let server = TestServer::start().await;
    for (what, reply) in one_of_each(&server).await {
        if reply.status >= 400
            && !what.contains("/sandbox")
            && reply.header("content-type").contains("json")
            && reply.status != 503
        {
            let problem = reply.json();
            for member in ["type", "title", "status", "detail", "code"] {
                assert!(!problem[member].is_null(), "{what}: no {member} in {problem}");
            }
            assert_eq!(reply.header("x-error-source"), "server", "{what}");
        }
    }
}

#[tokio::test]
async fn a_page_allows_the_scripts_of_its_own_nonce_and_no_others() {
    let server = TestServer::start().await;
    let page = server.get("/").await;
    let policy = page.header("content-security-policy").to_owned();
    let nonce = nonce(&policy);
    let expected = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    );
    assert_eq!(policy, expected);
    let scripts = page.text().matches("<script").count();
    assert!(scripts >= 2, "the theme and the start of the app");
    assert_eq!(page.text().matches("<script ").count(), scripts);
    for script in page.text().split("<script").skip(1) {
        let opening = script.split('>').next().unwrap();
        assert!(opening.contains(&format!("nonce=\"{nonce}\"")), "{opening}");
    }
    assert!(!page.text().contains(" style="), "a style attribute would be blocked");
}

fn nonce(policy: &str) -> String {
    policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_pages_have_ten_thousand_nonces_of_128_bits() {
    let server = TestServer::start().await;
    let quarter = async || {
        let mut nonces = Vec::new();
        for _ in 0..2_500 {
            let page = Reply::to(server.request(Method::HEAD, "/no/such/page")).await;
            nonces.push(nonce(page.header("content-security-policy")));
        }
        nonces
    };
    let (one, two, three, four) = tokio::join!(quarter(), quarter(), quarter(), quarter());
    let nonces: HashSet<String> = [one, two, three, four].concat().into_iter().collect();
    assert_eq!(nonces.len(), 10_000);
    // 22 characters of base64 hold 128 bits.
    assert!(nonces.iter().all(|nonce| nonce.trim_end_matches('=').len() >= 22));
}

#[tokio::test]
async fn over_https_browsers_are_told_to_stay_there() {
    let server = TestServer::start_with(|settings, _| {
        settings.public_url = Some("https://flows.example".parse().unwrap());
    })
    .await;
    let page = Reply::to(server.request(Method::GET, "/").header("host", "flows.example")).await;
    let value = page.assert_status(200).header("strict-transport-security");
    let age: u64 =
        value.split("max-age=").nth(1).and_then(|age| age.split(';').next()).unwrap().parse().unwrap();
    assert!(age >= 31_536_000 && value.contains("includeSubDomains"), "{value}");
}
