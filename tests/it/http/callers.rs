//! Who may change something: 6 methods, 5 values of `Sec-Fetch-Site`, 4 origins, with and without the
//! header, for a caller that shows the cookie of a session.

use reqwest::Method;
use serde_json::json;

use super::wire::Wire;
use crate::harness::{Reply, TestServer};

const METHODS: [Method; 6] =
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
const SITES: [Option<&str>; 5] =
    [None, Some("none"), Some("same-origin"), Some("same-site"), Some("cross-site")];
const ORIGINS: [Origin; 4] = [Origin::Absent, Origin::Own, Origin::Other, Origin::Null];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Absent,
    Own,
    Other,
    Null,
}

#[derive(Debug, Clone)]
struct Case {
    method: Method,
    site: Option<&'static str>,
    origin: Origin,
    marked: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// The request reached the router.
    Passed,
    MissingHeader,
    CrossSite,
}

impl Case {
    fn all() -> Vec<Self> {
        let mut cases = Vec::new();
        for method in METHODS {
            for site in SITES {
                for origin in ORIGINS {
                    for marked in [true, false] {
                        cases.push(Self { method: method.clone(), site, origin, marked });
                    }
                }
            }
        }
        cases
    }

    /// The contract, in its own words: what changes something needs the header, and from a browser
    /// `same-origin`, or an equal `Origin` where there is no Fetch Metadata.
    fn expected(&self, with_cookie: bool) -> Verdict {
        if [Method::GET, Method::HEAD].contains(&self.method) {
            return Verdict::Passed;
        }
        if !self.marked {
            return Verdict::MissingHeader;
        }
        let is_browser = with_cookie || self.site.is_some() || self.origin != Origin::Absent;
        let from_own_page = match self.site {
            Some(site) => site == "same-origin",
            None => self.origin == Origin::Own,
        };
        if !is_browser || from_own_page { Verdict::Passed } else { Verdict::CrossSite }
    }

    async fn verdict(&self, server: &TestServer, cookie: Option<&str>) -> Verdict {
        let mut request = server.request(self.method.clone(), "/api/tokens");
        if let Some(site) = self.site {
            request = request.header("sec-fetch-site", site);
        }
        request = match self.origin {
            Origin::Absent => request,
            Origin::Own => request.header("origin", &server.base),
            Origin::Other => request.header("origin", "https://elsewhere.example"),
            Origin::Null => request.header("origin", "null"),
        };
        if self.marked {
            request = request.header("x-requested-with", "authz-flows");
        }
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        judge(&Reply::to(request).await)
    }
}

/// `/api/tokens` knows `GET` only: what passes the rules and changes something ends in 405.
fn judge(reply: &Reply) -> Verdict {
    if reply.status != 403 {
        assert!([200, 405].contains(&reply.status), "{}", reply.status);
        return Verdict::Passed;
    }
    let is_marker_missing = reply.json()["code"] == "missing-header";
    assert!(is_marker_missing || reply.json()["code"] == "cross-site", "{}", reply.text());
    if is_marker_missing { Verdict::MissingHeader } else { Verdict::CrossSite }
}

#[tokio::test]
async fn a_caller_with_a_session_is_judged_as_the_contract_says_in_all_240_cases() {
    let server = TestServer::start().await;
    let browser = server.browser();
    browser.visit("/").await.assert_status(200);
    let cookie = browser.cookie().unwrap();
    let cases = Case::all();
    assert_eq!(cases.len(), 240);
    for case in cases {
        assert_eq!(case.verdict(&server, Some(&cookie)).await, case.expected(true), "{case:?}");
    }
}

#[tokio::test]
async fn a_caller_without_cookie_is_judged_by_the_same_rules() {
    let server = TestServer::start().await;
    for case in Case::all().into_iter().filter(|case| ![Method::GET, Method::HEAD].contains(&case.method)) {
        assert_eq!(case.verdict(&server, None).await, case.expected(false), "{case:?}");
    }
}

#[tokio::test]
async fn a_question_with_a_body_needs_the_header_too() {
    let server = TestServer::start().await;
    let request = server.request(Method::GET, "/api/tokens").body("{}");
    Reply::to(request).await.assert_problem(403, "missing-header");
}

#[tokio::test]
async fn only_json_is_taken_for_json() {
    let server = TestServer::start().await;
    let body = json!({"sandbox": true}).to_string();
    for media_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "application/json; charset=latin1",
        "",
    ] {
        let request = server.request(Method::POST, "/api/token-exchange/preview").body(body.clone());
        let request = request.header("x-requested-with", "authz-flows").header("content-type", media_type);
        Reply::to(request).await.assert_problem(415, "unsupported-media-type");
    }
    for media_type in ["application/json", "Application/JSON; charset=UTF-8"] {
        let request = server.request(Method::POST, "/api/token-exchange/preview").body(body.clone());
        let request = request.header("x-requested-with", "authz-flows").header("content-type", media_type);
        Reply::to(request).await.assert_problem(422, "invalid-input");
    }
}

#[tokio::test]
async fn the_control_api_of_the_sandbox_follows_the_rules_and_the_provider_does_not() {
    let server = TestServer::start().await;
    let create = || server.request(Method::POST, "/sandbox/_control/environments").body("{}");
    let marked =
        || create().header("content-type", "application/json").header("x-requested-with", "authz-flows");
    Reply::to(create()).await.assert_problem(403, "missing-header");
    Reply::to(marked().header("sec-fetch-site", "cross-site")).await.assert_problem(403, "cross-site");
    let created = Reply::to(marked()).await;
    assert!([200, 201].contains(&created.status), "{}", created.text());
    let token_endpoint = created.json()["token_endpoint"].as_str().unwrap().to_owned();
    let path = token_endpoint.strip_prefix(&server.base).unwrap();
    let request = server.request(Method::POST, path).header("sec-fetch-site", "cross-site");
    assert_eq!(Reply::to(request).await.json()["error"], "invalid_request");
}

#[tokio::test]
async fn the_control_api_is_off_on_a_server_that_others_can_reach() {
    let server = TestServer::start_with(|settings, _| settings.addr = "0.0.0.0:0".parse().unwrap()).await;
    let request = server.request(Method::POST, "/sandbox/_control/environments");
    let reply = Reply::to(request.header("x-requested-with", "authz-flows").body("{}")).await;
    assert!([403, 404].contains(&reply.status), "{}", reply.status);
    assert!(!reply.text().contains("client_id"));
}

#[tokio::test]
async fn a_host_that_is_not_this_server_is_refused() {
    let server = TestServer::start().await;
    let port = server.address.port();
    for host in
        ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]", "127.0.0.1.nip.io"]
    {
        let request = server.request(Method::GET, "/api/tokens").header("host", host);
        Reply::to(request).await.assert_problem(421, "unknown-host");
    }
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("LOCALHOST:{port}")] {
        let request = server.request(Method::GET, "/api/tokens").header("host", host);
        Reply::to(request).await.assert_status(200);
    }
}

#[tokio::test]
async fn two_hosts_are_none() {
    let server = TestServer::start().await;
    let twice = format!(
        "GET /healthz HTTP/1.1\r\nhost: {0}\r\nhost: {0}\r\nconnection: close\r\n\r\n",
        server.address
    );
    let reply = Wire::ask(&server, twice).await;
    assert!(reply.starts_with("HTTP/1.1 421 ") && reply.contains("unknown-host"), "{reply}");
}

#[tokio::test]
async fn a_target_in_absolute_form_does_not_hide_another_host() {
    let server = TestServer::start().await;
    let own = server.address.to_string();
    for (target, host, status) in
        [(&*own, &*own, "200"), (&*own, "evil.example", "421"), ("evil.example", &*own, "421")]
    {
        let request =
            format!("GET http://{target}/healthz HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        let reply = Wire::ask(&server, request).await;
        assert!(reply.starts_with(&format!("HTTP/1.1 {status} ")), "{target} and {host}: {reply}");
    }
}

#[tokio::test]
async fn a_forwarded_host_is_not_believed() {
    let server = TestServer::start().await;
    let request = server.request(Method::GET, "/api/tokens").header("host", "evil.example");
    let request = request.header("x-forwarded-host", server.base.trim_start_matches("http://"));
    Reply::to(request).await.assert_problem(421, "unknown-host");
}
