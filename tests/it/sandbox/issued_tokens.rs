//! What is in a token, and who can verify it.

use serde_json::{Value, json};

use super::{
    provider::{NOW, Provider, client},
    sign::verified,
};

async fn issued(provider: &Provider, seed: u64, name: &str) -> (Value, Value) {
    let environment = provider.environment(seed).await;
    let answer = provider.basic(&environment, name, &[]).await;
    let jwks = provider.get(&environment.jwks_uri).await.body;
    verified(answer.body["access_token"].as_str().unwrap(), &jwks).unwrap()
}

#[tokio::test]
async fn a_token_has_exactly_the_claims_of_pingone() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    let (header, claims) = issued(&provider, 1, "basic").await;
    assert_eq!(header, json!({"alg": "RS256", "kid": "default"}));
    let expected = json!({
        "client_id": client(&environment, "basic").id,
        "iss": environment.issuer,
        "jti": claims["jti"],
        "iat": NOW,
        "exp": NOW + 3600,
        "aud": ["https://orders.example.org"],
        "scope": "orders:read orders:write",
        "env": environment.id,
        "org": environment.organization_id,
        "p1.rid": claims["jti"],
    });
    assert_eq!(claims, expected);
    assert_eq!(claims["jti"].as_str().unwrap().len(), 36);
}

#[tokio::test]
async fn a_workers_token_is_for_the_pingone_api_and_has_no_scope() {
    let provider = Provider::shared();
    let (_, claims) = issued(&provider, 1, "worker").await;
    assert_eq!(claims["aud"], json!(["https://api.pingone.com"]));
    assert_eq!(claims.get("scope"), None);
}

#[tokio::test]
async fn the_header_follows_the_switches() {
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    let mut profile = environment.profile;
    profile.at_jwt_typ = true;
    profile.kid_style = sandbox::KidStyle::Uuid;
    provider.sandbox.set_profile(environment.id, profile).unwrap();
    let (header, _) = issued(&provider, 1, "basic").await;
    assert_eq!(header["typ"], "at+jwt");
    assert_eq!(header["kid"].as_str().unwrap().len(), 36);
}

#[tokio::test]
async fn iat_and_exp_follow_the_clock_of_the_environment() {
    let provider = Provider::start().await;
    let environment = provider.environment(1).await;
    provider.sandbox.set_clock(environment.id, sandbox::ClockChange::Offset(-7200)).unwrap();
    let (_, claims) = issued(&provider, 1, "basic").await;
    assert_eq!((&claims["iat"], &claims["exp"]), (&json!(NOW - 7200), &json!(NOW - 3600)));
}

#[tokio::test]
async fn every_token_has_its_own_id_and_the_same_seed_repeats_the_sequence() {
    let mut sequences = Vec::new();
    for _ in 0..2 {
        let provider = Provider::start().await;
        let mut sequence = Vec::new();
        for _ in 0..3 {
            sequence.push(issued(&provider, 7, "basic").await.1["jti"].clone());
        }
        assert!(sequence[0] != sequence[1] && sequence[1] != sequence[2] && sequence[0] != sequence[2]);
        sequences.push(sequence);
    }
    assert_eq!(sequences[0], sequences[1]);
}

#[tokio::test]
async fn nobody_may_keep_an_answer_of_the_token_endpoint() {
    let provider = Provider::shared();
    let environment = provider.environment(1).await;
    for name in ["basic", "disabled"] {
        let answer = provider.basic(&environment, name, &[]).await;
        assert_eq!(
            (answer.header("cache-control"), answer.header("pragma")),
            ("no-store", "no-cache"),
            "{name}"
        );
    }
}
