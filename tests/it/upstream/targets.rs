//! Which servers may be called at all, seen through the API: a refusal opens no socket.

use serde_json::{Value, json};

use super::{Step, Upstream, request_to, response};
use crate::harness::{Reply, TestServer};

const TOKEN: &str = r#"{"access_token":"opaque-token-of-the-upstream","token_type":"Bearer"}"#;

#[tokio::test]
async fn a_server_others_can_reach_calls_nobody_its_callers_name() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start_with(|settings, _| settings.addr = "0.0.0.0:0".parse().unwrap()).await;
    let port = upstream.address.port();
    for host in
        ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:7f00:1]"]
    {
        let endpoint = format!("http://{host}:{port}/token");
        let reply = server.script().post("/api/token-exchange", request_to(&endpoint)).await;
        reply.assert_problem(422, "target-not-allowed");
        let reply = server.script().get(&format!("/api/discovery?issuer=http://{host}:{port}")).await;
        reply.assert_problem(422, "target-not-allowed");
        let token = "eyJhbGciOiJSUzI1NiJ9.e30.AA";
        let verify = json!({"token": token, "issuer": format!("http://{host}:{port}")});
        let reply = server.script().post("/api/tokens/verify", verify).await;
        reply.assert_problem(422, "target-not-allowed");
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn a_browser_confirms_the_origin_and_nothing_else_will_do() {
    let upstream = Upstream::answering(response("200 OK", "", TOKEN)).await;
    let server = TestServer::start().await;
    let browser = server.browser();
    let asking = |confirmed: Value| {
        let mut body = request_to(&upstream.at("/token"));
        body["confirm_target"] = confirmed;
        body
    };
    for wrong in [
        Value::Null,
        json!(""),
        json!("yes"),
        json!(upstream.at("/token")),
        json!("http://127.0.0.1:1"),
        json!(upstream.base.replace("http", "https")),
        json!(upstream.base.replace("127.0.0.1", "localhost")),
    ] {
        let reply = browser.post("/api/token-exchange", asking(wrong)).await;
        assert_eq!(reply.assert_problem(422, "target-not-allowed").pointers(), ["/confirm_target"]);
        assert!(reply.json()["errors"][0]["detail"] == upstream.base.as_str(), "the value to confirm");
    }
    assert_eq!(upstream.connections(), 0);
    browser.post("/api/token-exchange", asking(json!(upstream.base))).await.assert_status(200);
}

#[tokio::test]
async fn only_a_page_of_ours_carries_a_confirmation_to_discovery() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start().await;
    let browser = server.browser();
    browser.visit("/").await.assert_status(200);
    let path = format!("/api/discovery?issuer={0}&confirm_target={0}", upstream.base);
    // Another port of this machine is the same site, so that the cookie comes along.
    for site in ["same-site", "cross-site", "none"] {
        let request = server.request(reqwest::Method::GET, &path).header("sec-fetch-site", site);
        let reply = Reply::to(request.header("cookie", browser.cookie().unwrap())).await;
        reply.assert_problem(422, "target-not-allowed");
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn only_http_and_https_are_targets() {
    let server = TestServer::start().await;
    let schemes =
        ["file", "gopher", "dict", "ftp", "sftp", "tftp", "ldap", "jar", "data", "blob", "javascript", "ws"];
    for scheme in schemes {
        let reply = server
            .script()
            .post("/api/token-exchange", request_to(&format!("{scheme}://127.0.0.1/token")))
            .await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/token_endpoint"], "{scheme}");
    }
}

#[tokio::test]
async fn no_other_path_of_this_server_is_a_target() {
    let server = TestServer::start().await;
    let script = server.script();
    let port = server.address.port();
    for path in ["/api/session", "/healthz", "/sandbox/_control/environments", "/", "/sandbox/x/as/token"] {
        for host in ["127.0.0.1", "localhost", "127.8.8.8", "[::1]"] {
            let reply =
                script.post("/api/token-exchange", request_to(&format!("http://{host}:{port}{path}"))).await;
            reply.assert_problem(422, "target-not-allowed");
        }
    }
    assert_eq!(script.get("/api/calls").await.json(), json!([]));
}

#[tokio::test]
async fn metadata_does_not_lead_to_another_port_of_this_machine() {
    let secret_service = Upstream::doing(vec![Step::Hang]).await;
    let victim = secret_service.base.clone();
    let upstream = Upstream::publishing(|base| {
        let body = json!({"issuer": base, "token_endpoint": format!("{victim}/token"), "jwks_uri": format!("{victim}/jwks")});
        vec![("/.well-known/openid-configuration".into(), response("200 OK", "", &body.to_string()))]
    })
    .await;
    let server = TestServer::start().await;
    let script = server.script();
    let body = json!({"issuer": upstream.base, "client_id": "client", "client_secret": super::SECRET});
    script.post("/api/token-exchange", body).await.assert_problem(422, "target-not-allowed");
    let token = "eyJhbGciOiJSUzI1NiJ9.e30.AA";
    let verify = json!({"token": token, "issuer": upstream.base});
    script.post("/api/tokens/verify", verify).await.assert_problem(422, "target-not-allowed");
    assert_eq!(secret_service.connections(), 0);
}

#[tokio::test]
async fn what_a_token_header_points_to_is_never_fetched() {
    let trap = Upstream::doing(vec![Step::Hang]).await;
    let upstream = Upstream::publishing(|base| {
        let body = json!({"issuer": base, "jwks_uri": format!("{base}/jwks")}).to_string();
        let place = "/.well-known/openid-configuration".to_owned();
        vec![
            (place, response("200 OK", "", &body)),
            ("/jwks".into(), response("200 OK", "", "{\"keys\":[]}")),
        ]
    })
    .await;
    let server = TestServer::start().await;
    for name in ["jku", "x5u", "jwk", "x5c"] {
        for alg in ["RS256", "none"] {
            let header = json!({"alg": alg, "kid": trap.at("/kid"), name: trap.at("/keys")}).to_string();
            let header = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, header);
            let verify = json!({"token": format!("{header}.e30.AA"), "issuer": upstream.base});
            let reply = server.script().post("/api/tokens/verify", verify).await;
            assert_eq!(reply.assert_status(200).json()["verified"], false);
        }
    }
    assert_eq!(trap.connections(), 0);
}
