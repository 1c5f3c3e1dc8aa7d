//! Which paths and methods exist, and what every answer carries.

use reqwest::Method;
use serde_json::{Value, json};

use super::provider::{Answer, NOW, Provider};

const UNKNOWN: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

async fn call(provider: &Provider, method: Method, path: &str) -> Answer {
    Answer::to(provider.request(method, &format!("{}{path}", provider.base))).await
}

#[tokio::test]
async fn discovery_names_this_environment_and_the_four_methods() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let answer = provider.get(&environment.discovery_uri).await;
    assert_eq!(answer.body["issuer"], json!(format!("{}/{}/as", provider.base, environment.id)));
    assert_eq!(answer.body["token_endpoint"], json!(environment.token_endpoint));
    assert_eq!(answer.body["jwks_uri"], json!(environment.jwks_uri));
    let methods =
        json!(["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt"]);
    assert_eq!(answer.body["token_endpoint_auth_methods_supported"], methods);
    assert_eq!(answer.body.get("registration_endpoint"), None);
}

#[tokio::test]
async fn the_key_set_holds_one_public_rsa_key() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let keys = provider.get(&environment.jwks_uri).await.body["keys"].clone();
    let names: Vec<&str> = keys[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["e", "kid", "kty", "n", "use"]);
    assert_eq!((&keys[0]["kty"], &keys[0]["e"]), (&json!("RSA"), &json!("AQAB")));
    assert_eq!(keys[0]["n"].as_str().unwrap().len(), 342);
}

#[tokio::test]
async fn an_unknown_environment_is_not_found_on_every_route() {
    let provider = Provider::shared();
    for path in ["as/.well-known/openid-configuration", "as/jwks", "as/introspect", "as/authorize"] {
        let answer = call(&provider, Method::GET, &format!("/{UNKNOWN}/{path}")).await;
        let expected = json!({
            "id": answer.header("correlation-id"),
            "code": "NOT_FOUND",
            "message": format!("Unable to find environment with ID: '{UNKNOWN}'"),
        });
        assert_eq!((answer.status, answer.body), (404, expected), "{path}");
    }
    let environment = provider.environment(1).await;
    for id in ["nonsense", &environment.id.to_string().to_uppercase(), &environment.id.simple().to_string()] {
        assert_eq!(call(&provider, Method::GET, &format!("/{id}/as/jwks")).await.status, 404, "{id}");
    }
}

#[tokio::test]
async fn routes_of_pingone_that_are_not_built_answer_501() {
    let provider = Provider::shared();
    let id = provider.environment(1).await.id;
    for name in ["introspect", "revoke", "par", "authorize", "userinfo", "signoff", "device_authorization"] {
        for method in [Method::GET, Method::POST] {
            let answer = call(&provider, method, &format!("/{id}/as/{name}")).await;
            assert_eq!((answer.status, &answer.body["code"]), (501, &json!("NOT_IMPLEMENTED")), "{name}");
        }
    }
    for path in ["/v1/environments", "/v1/environments/x/applications", "/v1/organizations"] {
        let answer = call(&provider, Method::GET, path).await;
        assert_eq!((answer.status, &answer.body["code"]), (501, &json!("NOT_IMPLEMENTED")), "{path}");
    }
}

#[tokio::test]
async fn routes_and_methods_that_do_not_exist_are_the_gateways() {
    let provider = Provider::shared();
    let id = provider.environment(1).await.id;
    let token = format!("/{id}/as/token");
    let jwks = format!("/{id}/as/jwks");
    let nowhere = format!("/{id}/as/nowhere");
    for (method, path) in [
        (Method::GET, token.as_str()),
        (Method::DELETE, &token),
        (Method::OPTIONS, &token),
        (Method::POST, &jwks),
        (Method::GET, &nowhere),
        (Method::GET, "/v1/nowhere"),
        (Method::GET, "/nowhere"),
    ] {
        let answer = call(&provider, method.clone(), path).await;
        let expected = json!({"message": "Missing Authentication Token"});
        assert_eq!((answer.status, answer.body), (403, expected), "{method} {path}");
    }
}

#[tokio::test]
async fn with_credentials_the_gateway_complains_about_them() {
    let provider = Provider::shared();
    let url = format!("{}/nowhere", provider.base);
    let answer = Answer::to(provider.request(Method::GET, &url).bearer_auth("abc")).await;
    // printf 'Bearer abc' | openssl dgst -sha256 -binary | base64
    let hash = "w1Xc6WwWEogNEZQP/dkBTThsJT4MNlKmzQanIm970rY=";
    let message = format!(
        "Invalid key=value pair (missing equal-sign) in Authorization header \
         (hashed with SHA-256 and encoded with Base64): '{hash}'."
    );
    assert_eq!((answer.status, answer.body), (403, json!({ "message": message })));
}

#[tokio::test]
async fn every_answer_carries_a_correlation_id_of_its_own_and_the_common_headers() {
    let provider = Provider::shared();
    let id = provider.environment(1).await.id;
    let mut seen = Vec::new();
    for path in [format!("/{id}/as/jwks"), format!("/{UNKNOWN}/as/jwks"), "/nowhere".to_owned()] {
        let answer = call(&provider, Method::GET, &path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert!(answer.header("cache-control").contains("no-store"), "{path}");
        assert!(answer.header("content-type").starts_with("application/json"), "{path}");
        seen.push(answer.header("correlation-id").to_owned());
    }
    assert!(seen.iter().all(|id| id.len() == 36));
    assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2]);
}

#[tokio::test]
async fn the_date_header_follows_the_clock_of_the_environment() {
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    provider.sandbox.set_clock(environment.id, sandbox::ClockChange::FreezeAt(NOW)).unwrap();
    let answer = provider.get(&environment.jwks_uri).await;
    // date -u -d @1768382813 '+%a, %d %b %Y %T GMT'
    assert_eq!(answer.header("date"), "Wed, 14 Jan 2026 09:26:53 GMT");
}

#[tokio::test]
async fn a_client_that_publishes_no_keys_has_no_key_set() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    for client in environment.clients.iter().filter(|client| client.jwks_url.is_none()) {
        let path = format!("/{}/clients/{}/jwks", environment.id, client.id);
        let answer = call(&provider, Method::GET, &path).await;
        assert_eq!((answer.status, &answer.body["keys"]), (403, &Value::Null), "{}", client.name);
    }
}
