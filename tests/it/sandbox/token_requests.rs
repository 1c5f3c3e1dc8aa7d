//! The form of a token request, and the faults in it.

use serde_json::json;

use super::{
    provider::{Answer, Provider, client, form, secret},
    sign::Assertion,
};

#[tokio::test]
async fn only_the_applications_own_method_is_accepted() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let words = "Request denied: Unsupported authentication method";
    let unsupported = (401, "invalid_client", words);
    assert_eq!(provider.basic(&environment, "post", &[]).await.refusal(), unsupported);
    assert_eq!(provider.basic(&environment, "secret-jwt", &[]).await.refusal(), unsupported);
    let basic = client(&environment, "basic");
    let id = basic.id.to_string();
    let posted = [("client_id", id.as_str()), ("client_secret", secret(basic))];
    assert_eq!(Answer::to(provider.token_request(&environment, &posted)).await.refusal(), unsupported);
    let public = [("client_id", id.as_str())];
    assert_eq!(Answer::to(provider.token_request(&environment, &public)).await.refusal(), unsupported);
    let bearer = provider.token_request(&environment, &[]).bearer_auth("token");
    assert_eq!(Answer::to(bearer).await.refusal(), unsupported);
}

#[tokio::test]
async fn an_unknown_client_is_refused_like_a_wrong_secret() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let nobody = "4d1f6b82-97ce-4053-a8e1-6b2f30c9d7a5";
    let words = "Request denied: Invalid client credentials";
    for request in [
        provider.token_request(&environment, &[]).basic_auth(nobody, Some("secret")),
        provider.token_request(&environment, &[]).basic_auth("not a uuid", Some("")),
        provider.token_request(&environment, &[]),
        provider.token_request(&environment, &[("client_id", nobody), ("client_secret", "x")]),
    ] {
        assert_eq!(Answer::to(request).await.refusal(), (401, "invalid_client", words));
    }
}

#[tokio::test]
async fn two_methods_at_once_are_an_invalid_request() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let jwt = Assertion::of(&environment, client(&environment, "secret-jwt")).sign();
    let words = "Request denied: More than one client authentication method was used";
    for extra in [[("client_secret", "x")], [("client_assertion", jwt.as_str())]] {
        let answer = provider.basic(&environment, "basic", &extra).await;
        assert_eq!(answer.refusal(), (400, "invalid_request", words));
    }
}

#[tokio::test]
async fn an_assertion_and_client_id_must_mean_the_same_client() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let own = client(&environment, "secret-jwt");
    let jwt = Assertion::of(&environment, own).sign();
    let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    let with_id = async |id: &str| {
        let fields = [("client_id", id), ("client_assertion_type", kind), ("client_assertion", &jwt)];
        Answer::to(provider.token_request(&environment, &fields)).await
    };
    assert_eq!(with_id(&own.id.to_string()).await.status, 200);
    assert_eq!(with_id(&client(&environment, "basic").id.to_string()).await.status, 401);
    assert_eq!(with_id(&client(&environment, "private-key-jwt").id.to_string()).await.status, 401);
}

#[tokio::test]
async fn a_repeated_parameter_is_named() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let answer = provider.basic(&environment, "basic", &[("scope", "a"), ("scope", "b")]).await;
    assert_eq!(answer.refusal(), (400, "invalid_request", "Request denied: Parameter scope is repeated"));
}

#[tokio::test]
async fn the_grant_type_must_be_there_and_known() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let basic = client(&environment, "basic");
    let answer = async |body: String| {
        let request = provider.token_request(&environment, &[]).body(body);
        Answer::to(request.basic_auth(basic.id, Some(secret(basic)))).await
    };
    let missing = answer(String::new()).await;
    let words = "Request denied: Missing parameter grant_type";
    assert_eq!(missing.refusal(), (400, "invalid_request", words));
    let unknown = answer(form(&[("grant_type", "password")])).await;
    let words = "Request denied: Unsupported grant type";
    assert_eq!(unknown.refusal(), (400, "unsupported_grant_type", words));
    let other = answer(form(&[("grant_type", "authorization_code")])).await;
    assert_eq!((other.status, &other.body["error"]), (400, &json!("unauthorized_client")));
}

#[tokio::test]
async fn a_body_of_another_type_is_an_invalid_request() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let words = "Request denied: Content-Type must be application/x-www-form-urlencoded";
    for media_type in ["application/json", "text/plain", "multipart/form-data; boundary=x"] {
        let request = provider.request(reqwest::Method::POST, &environment.token_endpoint);
        let request = request.header("content-type", media_type).body("grant_type=client_credentials");
        assert_eq!(Answer::to(request).await.refusal(), (400, "invalid_request", words));
    }
}

#[tokio::test]
async fn a_body_over_64_kib_is_refused_and_one_below_is_read() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let filler = "x".repeat(65 * 1024);
    let large = provider.basic(&environment, "basic", &[("filler", &filler)]).await;
    assert_eq!(large.refusal(), (413, "invalid_request", "Request denied: Request body is too large"));
    let fits = provider.basic(&environment, "basic", &[("filler", &filler[..60 * 1024])]).await;
    assert_eq!(fits.status, 200);
}

#[tokio::test]
async fn scope_is_narrowed_and_what_is_not_granted_is_ignored() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let narrowed = provider.basic(&environment, "basic", &[("scope", "orders:read openid")]).await;
    assert_eq!(narrowed.body["scope"], "orders:read");
    let nothing = provider.basic(&environment, "basic", &[("scope", "orders:delete")]).await;
    assert_eq!(nothing.refusal(), (400, "invalid_scope", "At least one scope must be granted"));
}

#[tokio::test]
async fn resource_is_ignored_unless_the_environment_honours_it() {
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    let ask =
        async |resource: &str| provider.basic(&environment, "two-resources", &[("resource", resource)]).await;
    assert_eq!(ask("https://billing.example.org").await.status, 400);
    let mut profile = environment.profile;
    profile.resource_honoured = true;
    provider.sandbox.set_profile(environment.id, profile).unwrap();
    assert_eq!(ask("https://billing.example.org").await.body["scope"], "billing:read");
    assert_eq!(ask("https://other.example.org").await.body["error"], "invalid_target");
}
