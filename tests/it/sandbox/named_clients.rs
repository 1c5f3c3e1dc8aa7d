//! Every named client does what its sentence says.

use sandbox::NewEnvironment;
use serde_json::{Value, json};

use super::{
    provider::{Answer, NOW, Provider, client, secret},
    sign::Assertion,
};

const DAY: i64 = 86_400;

#[tokio::test]
async fn basic_gets_both_scopes_of_the_orders_api() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let answer = provider.basic(&environment, "basic", &[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["token_type"], "Bearer");
    assert_eq!(answer.body["expires_in"], 3600);
    assert_eq!(answer.body["scope"], "orders:read orders:write");
}

#[tokio::test]
async fn post_gets_a_token_with_its_secret_in_the_body() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let post = client(&environment, "post");
    let id = post.id.to_string();
    let fields = [("client_id", id.as_str()), ("client_secret", secret(post))];
    let answer = Answer::to(provider.token_request(&environment, &fields)).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn secret_jwt_gets_a_token_with_each_hmac_algorithm() {
    accepts("secret-jwt", &["HS256", "HS384", "HS512"]).await;
}

#[tokio::test]
async fn private_key_jwt_gets_a_token_with_each_rsa_algorithm() {
    accepts("private-key-jwt", &["RS256", "RS384", "RS512"]).await;
}

#[tokio::test]
async fn es256_key_gets_a_token_until_the_switch_is_off() {
    accepts("es256-key", &["ES256"]).await;
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    let mut profile = environment.profile;
    profile.es_assertions = false;
    provider.sandbox.set_profile(environment.id, profile).unwrap();
    let jwt = Assertion::of(&environment, client(&environment, "es256-key")).sign();
    let answer = provider.assert(&environment, &jwt).await;
    let words = "Request denied: Client assertion algorithm is not supported";
    assert_eq!(answer.refusal(), (401, "invalid_client", words));
}

#[tokio::test]
async fn private_key_jwt_url_gets_a_token_with_the_key_its_url_serves() {
    accepts("private-key-jwt-url", &["RS256"]).await;
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let by_url = client(&environment, "private-key-jwt-url");
    let served = provider.get(by_url.jwks_url.as_deref().unwrap()).await;
    assert_eq!(served.status, 200);
    assert_eq!(served.body["keys"][0]["kid"], json!(by_url.kid));
    assert_eq!(served.body["keys"][0]["d"], Value::Null);
}

#[tokio::test]
async fn retired_key_is_refused_because_its_kid_is_gone() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let jwt = Assertion::of(&environment, client(&environment, "retired-key")).sign();
    let answer = provider.assert(&environment, &jwt).await;
    let words = "Request denied: Client assertion key is not known";
    assert_eq!(answer.refusal(), (401, "invalid_client", words));
}

#[tokio::test]
async fn short_lived_gets_a_token_for_75_seconds() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    assert_eq!(provider.basic(&environment, "short-lived", &[]).await.body["expires_in"], 75);
}

#[tokio::test]
async fn rotating_secret_takes_the_previous_secret_until_its_time_is_over() {
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    let rotating = client(&environment, "rotating-secret");
    assert_eq!(rotating.previous_secret_expires_at, Some(NOW + 30 * DAY));
    let previous = rotating.previous_secret.as_ref().unwrap().as_str();
    let with_previous =
        || Answer::to(provider.token_request(&environment, &[]).basic_auth(rotating.id, Some(previous)));
    assert_eq!(provider.basic(&environment, "rotating-secret", &[]).await.status, 200);
    assert_eq!(with_previous().await.status, 200);
    provider.pass(30 * DAY);
    assert_eq!(with_previous().await.status, 401);
    assert_eq!(provider.basic(&environment, "rotating-secret", &[]).await.status, 200);
}

#[tokio::test]
async fn two_resources_must_name_scopes_of_one() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let refused = provider.basic(&environment, "two-resources", &[]).await;
    let words = "May not request scopes for multiple resources";
    assert_eq!(refused.refusal(), (400, "invalid_scope", words));
    let one = provider.basic(&environment, "two-resources", &[("scope", "billing:read")]).await;
    assert_eq!((one.status, &one.body["scope"]), (200, &json!("billing:read")));
}

#[tokio::test]
async fn disabled_is_refused_like_a_wrong_secret() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let disabled = provider.basic(&environment, "disabled", &[]).await;
    let words = "Request denied: Invalid client credentials";
    assert_eq!(disabled.refusal(), (401, "invalid_client", words));
    let basic = client(&environment, "basic").id;
    let wrong = provider.token_request(&environment, &[]).basic_auth(basic, Some("wrong"));
    assert_eq!(Answer::to(wrong).await.refusal(), disabled.refusal());
}

#[tokio::test]
async fn grant_type_off_is_authenticated_and_then_refused() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let answer = provider.basic(&environment, "grant-type-off", &[]).await;
    let words = "Request denied: The application does not have this grant type";
    assert_eq!(answer.refusal(), (400, "unauthorized_client", words));
}

#[tokio::test]
async fn workers_with_a_role_get_a_token_without_scope() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    for name in ["worker", "worker-read-only"] {
        let answer = provider.basic(&environment, name, &[("scope", "orders:read")]).await;
        assert_eq!((answer.status, &answer.body["scope"]), (200, &Value::Null), "{name}");
    }
}

#[tokio::test]
async fn a_worker_without_a_role_is_refused() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let answer = provider.basic(&environment, "worker-no-role", &[]).await;
    let words = "Request denied: Application does not have any role assignments";
    assert_eq!(answer.refusal(), (403, "access_denied", words));
}

#[tokio::test]
async fn what_a_view_says_about_success_is_what_happens() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    for client in &environment.clients {
        let answer = match (client.alg, client.method.as_str()) {
            (Some(_), _) => provider.assert(&environment, &Assertion::of(&environment, client).sign()).await,
            (None, "client_secret_post") => {
                let id = client.id.to_string();
                let fields = [("client_id", id.as_str()), ("client_secret", secret(client))];
                Answer::to(provider.token_request(&environment, &fields)).await
            }
            (None, _) => provider.basic(&environment, client.name, &[]).await,
        };
        assert_eq!(answer.status == 200, client.succeeds, "{}: {}", client.name, answer.body);
    }
}

async fn accepts(name: &str, algorithms: &[&str]) {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    for alg in algorithms {
        let assertion = Assertion::of(&environment, client(&environment, name)).header("alg", json!(alg));
        let answer = provider.assert(&environment, &assertion.sign()).await;
        assert_eq!(answer.status, 200, "{name} {alg}: {}", answer.body);
    }
}

#[tokio::test]
async fn an_outline_is_the_environment_without_private_keys() {
    let provider = Provider::shared();
    let id = provider.sandbox.open(NewEnvironment { seed: Some(70_707), name: None });
    let outline = serde_json::to_value(provider.sandbox.outline(id).unwrap()).unwrap();
    let mut whole = serde_json::to_value(provider.sandbox.environment(id).await.unwrap()).unwrap();
    let clients = whole["clients"].as_array_mut().unwrap();
    let keys = clients.iter_mut().filter_map(|client| client.as_object_mut().unwrap().remove("private_key"));
    assert!(keys.count() > 1);
    assert_eq!(outline, whole);
}
