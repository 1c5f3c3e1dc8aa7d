//! What may be entered as a credential, and what is said about everything else: no socket is opened.

use serde_json::{Value, json};

use super::{client, environment};
use crate::{
    harness::TestServer,
    upstream::{Step, Upstream},
};

const RSA_1024: &str = include_str!("../../../server/src/keys/testdata/rsa-1024.pem");
const RSA_PUBLIC: &str = include_str!("../../../server/src/keys/testdata/rsa-public.pem");
const ENCRYPTED: &str = include_str!("../../../server/src/keys/testdata/rsa-encrypted.pem");
const CERTIFICATE: &str = include_str!("../../../server/src/keys/testdata/certificate.pem");
const P256: &str = include_str!("../../../server/src/keys/testdata/p256-pkcs8.pem");
const P384: &str = include_str!("../../../server/src/keys/testdata/p384.pem");

#[tokio::test]
async fn a_credential_that_cannot_be_used_is_named_by_its_field() {
    let upstream = Upstream::doing(vec![Step::Hang]).await;
    let server = TestServer::start().await;
    let script = server.script();
    let cases = [
        (json!({}), "/client_secret", "Enter the client secret"),
        (json!({"client_secret": ""}), "/client_secret", "Enter the client secret"),
        (json!({"client_secret": "a\nb"}), "/client_secret", "line break"),
        (json!({"client_secret": "x".repeat(4097)}), "/client_secret", "4096"),
        (json!({"client_auth_method": "client_secret_post"}), "/client_secret", "Enter"),
        (
            json!({"client_auth_method": "client_secret_jwt", "client_secret": "short"}),
            "/client_secret",
            "at least 32 bytes",
        ),
        (
            json!({"client_auth_method": "client_secret_jwt", "client_secret": "x".repeat(40), "signing_alg": "HS384"}),
            "/client_secret",
            "at least 48 bytes",
        ),
        (json!({"client_auth_method": "private_key_jwt", "client_secret": "x"}), "/private_key", "Paste"),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": "hello"}),
            "/private_key",
            "no private key",
        ),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": RSA_PUBLIC}),
            "/private_key",
            "public key",
        ),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": CERTIFICATE}),
            "/private_key",
            "certificate",
        ),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": ENCRYPTED}),
            "/private_key",
            "encrypted",
        ),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": RSA_1024}),
            "/private_key",
            "2048 bits",
        ),
        (json!({"client_auth_method": "private_key_jwt", "private_key": P384}), "/private_key", "P-384"),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": {"kty": "oct", "k": "AAAA"}}),
            "/private_key",
            "oct",
        ),
        (
            json!({"client_auth_method": "private_key_jwt", "private_key": P256, "signing_alg": "RS256"}),
            "/signing_alg",
            "Use ES256",
        ),
    ];
    for (entered, pointer, way_out) in cases {
        let mut body = json!({"token_endpoint": upstream.at("/token"), "client_id": "client"});
        body.as_object_mut().unwrap().extend(entered.as_object().unwrap().clone());
        let reply = script.post("/api/token-exchange", body).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), [pointer], "{entered}");
        assert!(reply.json()["errors"][0]["detail"].as_str().unwrap().contains(way_out), "{}", reply.text());
    }
    assert_eq!(upstream.connections(), 0);
}

#[tokio::test]
async fn a_private_key_may_be_a_jwk_and_brings_its_name_and_algorithm() {
    let upstream = Upstream::answering(crate::upstream::response("400 Bad", "", "{\"error\":\"x\"}")).await;
    let server = TestServer::start().await;
    let mut jwk: Value =
        serde_json::from_str(include_str!("../../../server/src/keys/testdata/rsa.jwk")).unwrap();
    jwk["kid"] = "ops-1".into();
    jwk["alg"] = "RS512".into();
    for key in [jwk.clone(), jwk.to_string().into()] {
        let body = json!({
            "token_endpoint": upstream.at("/token"), "client_id": "client",
            "client_auth_method": "private_key_jwt", "private_key": key,
        });
        let script = server.script();
        let reply = script.post("/api/token-exchange", body).await;
        let call = script.get(&format!("/api/calls/{}", reply.header("x-exchange-id"))).await.json();
        let header = &call["assertion"]["header"];
        assert_eq!((&header["alg"], &header["kid"]), (&json!("RS512"), &json!("ops-1")));
        assert!(!call.to_string().contains(jwk["d"].as_str().unwrap()));
    }
}

#[tokio::test]
async fn the_sandbox_lends_no_credential_it_does_not_hold() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let basic = &client(&environment, "basic")["id"];
    let key = &client(&environment, "private-key-jwt")["id"];
    for (body, pointer) in [
        (json!({"sandbox": true, "client_id": "nobody"}), "/client_secret"),
        (json!({"sandbox": true, "client_id": "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63"}), "/client_secret"),
        (json!({"sandbox": true, "client_id": key}), "/client_secret"),
        (
            json!({"sandbox": true, "client_id": basic, "client_auth_method": "private_key_jwt"}),
            "/private_key",
        ),
    ] {
        let reply = script.post("/api/token-exchange", body).await;
        assert_eq!(reply.assert_problem(422, "invalid-input").pointers(), [pointer]);
    }
    assert_eq!(script.get("/api/calls").await.json(), json!([]));
}

#[tokio::test]
async fn an_entered_credential_takes_precedence_over_the_one_the_sandbox_holds() {
    let server = TestServer::start().await;
    let script = server.script();
    let environment = environment(&script).await;
    let body =
        json!({"sandbox": true, "client_id": client(&environment, "basic")["id"], "client_secret": "wrong"});
    script.post("/api/token-exchange", body).await.assert_status(401);
}
