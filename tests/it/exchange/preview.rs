//! Previews: what would be sent, hop by hop, without a credential.

use serde_json::{Value, json};

use super::{client, environment};
use crate::{
    harness::TestServer,
    upstream::{SECRET, Step, Upstream},
};

#[tokio::test]
async fn a_preview_sends_nothing() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start().await;
    let script = server.script();
    let body = json!({"token_endpoint": upstream.at("/token"), "client_id": "client"});
    let preview = script.post("/api/token-exchange/preview", body).await;
    preview.assert_status(200);
    assert_eq!(upstream.connections(), 0);
    assert_eq!(script.get("/api/calls").await.json(), json!([]));
    assert_eq!(preview.header("x-exchange-id"), "");
}

#[tokio::test]
async fn a_secret_in_a_preview_is_refused() {
    let server = TestServer::start().await;
    let body = json!({
        "sandbox": true, "client_id": "client", "client_secret": SECRET, "private_key": {"kty": "RSA", "d": SECRET},
    });
    let reply = server.script().post("/api/token-exchange/preview", body).await;
    assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), ["/client_secret", "/private_key"]);
    assert!(!reply.text().contains(SECRET));
}

#[tokio::test]
async fn a_target_that_may_not_be_called_is_not_previewed() {
    let server = TestServer::start().await;
    let body = json!({"token_endpoint": "https://10.0.0.5/token", "client_id": "client"});
    server.script().post("/api/token-exchange/preview", body).await.assert_problem(422, "target-not-allowed");
}

#[tokio::test]
async fn both_hops_are_shown_and_a_credential_of_the_sandbox_never_travels_from_the_browser() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let id = &client(&environment, "post")["id"];
    let sandbox = json!({"sandbox": true, "client_id": id, "client_auth_method": "client_secret_post"});
    let entered = json!({"token_endpoint": environment["token_endpoint"], "client_id": id, "client_auth_method": "client_secret_post"});
    for (body, travels) in [(sandbox, false), (entered, true)] {
        let preview = script.post("/api/token-exchange/preview", body).await.assert_status(200).json();
        let [to_us, to_provider] = [&preview["hops"][0], &preview["hops"][1]];
        assert_eq!((&to_us["from"], &to_us["to"]), (&json!("browser"), &json!("this server")));
        assert_eq!(to_us["url"], format!("{}/api/token-exchange", server.base));
        assert_eq!(to_us["body"].as_str().unwrap().contains("‹client_secret›"), travels);
        assert_eq!(to_provider["url"], environment["token_endpoint"]);
        let part = |name: &str| {
            let parts = to_provider["parts"].as_array().unwrap();
            parts.iter().find(|part| part[0] == name).map_or(Value::Null, |part| part[1].clone())
        };
        assert_eq!(part("client_secret"), json!({"secret": "client_secret"}));
        assert_eq!(part("client_id"), json!({"plain": id}));
    }
}

#[tokio::test]
async fn the_shell_script_signs_with_the_key_the_sandbox_knows() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let key = client(&environment, "private-key-jwt");
    let body = json!({"sandbox": true, "client_id": key["id"], "client_auth_method": "private_key_jwt"});
    let curl =
        script.post("/api/token-exchange/preview", body).await.json()["curl"].as_str().unwrap().to_owned();
    assert!(
        curl.contains("curl") && curl.contains("openssl") && curl.contains(key["key_id"].as_str().unwrap()),
        "{curl}"
    );
}
