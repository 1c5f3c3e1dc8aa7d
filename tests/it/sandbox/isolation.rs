//! Environments never see each other.

use sandbox::{ClockChange, Limits};
use serde_json::json;

use super::{
    provider::{Answer, NOW, Provider, client, secret},
    sign::{Assertion, verified},
};

#[tokio::test]
async fn credentials_of_one_environment_mean_nothing_in_another() {
    let provider = Provider::shared();
    let (one, other) = (provider.environment(1).await, provider.environment(2).await);
    let basic = client(&one, "basic");
    let strayed = provider.token_request(&other, &[]).basic_auth(basic.id, Some(secret(basic)));
    let words = "Request denied: Invalid client credentials";
    assert_eq!(Answer::to(strayed).await.refusal(), (401, "invalid_client", words));
    let jwt = Assertion::of(&one, client(&one, "private-key-jwt")).sign();
    assert_eq!(provider.assert(&other, &jwt).await.refusal(), (401, "invalid_client", words));
    let basic_there = client(&other, "basic");
    let mixed = provider.token_request(&other, &[]).basic_auth(basic_there.id, Some(secret(basic)));
    assert_eq!(Answer::to(mixed).await.status, 401);
}

#[tokio::test]
async fn a_token_of_one_environment_does_not_verify_with_the_keys_of_another() {
    let provider = Provider::shared();
    let (one, other) = (provider.environment(1).await, provider.environment(2).await);
    let token = provider.basic(&one, "basic", &[]).await.body["access_token"].clone();
    let token = token.as_str().unwrap();
    assert!(verified(token, &provider.get(&one.jwks_uri).await.body).is_some());
    assert!(verified(token, &provider.get(&other.jwks_uri).await.body).is_none());
}

#[tokio::test]
async fn clock_and_switches_of_one_environment_leave_the_others_alone() {
    let provider = Provider::start().await;
    let (one, other) = (provider.environment(1).await, provider.environment(2).await);
    provider.sandbox.set_clock(one.id, ClockChange::Offset(9999)).unwrap();
    let mut profile = one.profile;
    profile.strict_jti = true;
    provider.sandbox.set_profile(one.id, profile).unwrap();
    let untouched = provider.sandbox.environment(other.id).await.unwrap();
    assert_eq!((untouched.clock.now, untouched.profile), (NOW, other.profile));
}

#[tokio::test]
async fn two_environments_share_no_id_secret_or_key() {
    let provider = Provider::shared();
    let (one, other) = (provider.environment(1).await, provider.environment(2).await);
    assert_ne!((one.id, one.organization_id), (other.id, other.organization_id));
    for (here, there) in one.clients.iter().zip(&other.clients) {
        assert_ne!(here.id, there.id, "{}", here.name);
        assert!(here.secret.is_none() || here.secret != there.secret, "{}", here.name);
        assert!(here.private_key.is_none() || here.private_key != there.private_key, "{}", here.name);
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_ids_secrets_and_key_ids_everywhere() {
    let here = Provider::start().await.environment(7).await;
    let there = Provider::start().await.environment(7).await;
    assert_eq!((here.id, here.organization_id), (there.id, there.organization_id));
    for (one, other) in here.clients.iter().zip(&there.clients) {
        assert_eq!(
            (one.name, one.id, &one.secret, &one.previous_secret, &one.kid),
            (other.name, other.id, &other.secret, &other.previous_secret, &other.kid)
        );
    }
}

#[tokio::test]
async fn an_environment_without_a_seed_is_like_no_other() {
    let provider = Provider::start().await;
    let one = provider.sandbox.open(sandbox::NewEnvironment::default());
    let other = provider.sandbox.open(sandbox::NewEnvironment::default());
    assert_ne!(one, other);
    assert_ne!(one, Provider::start().await.sandbox.open(sandbox::NewEnvironment::default()));
}

#[tokio::test]
async fn the_least_recently_used_environment_goes_when_there_are_too_many() {
    let provider = Provider::start_with(Limits { environments: 2, ..Limits::default() }).await;
    let (first, second) = (provider.environment(1).await, provider.environment(2).await);
    assert_eq!(provider.basic(&first, "basic", &[]).await.status, 200);
    let third = provider.environment(3).await;
    let gone = provider.basic(&second, "basic", &[]).await;
    assert_eq!((gone.status, &gone.body["code"]), (404, &json!("NOT_FOUND")));
    assert_eq!(provider.basic(&first, "basic", &[]).await.status, 200);
    assert_eq!(provider.basic(&third, "basic", &[]).await.status, 200);
}
