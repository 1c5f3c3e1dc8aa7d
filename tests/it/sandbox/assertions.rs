//! Client assertions that must not pass, and the odd ones that must
//! ([RFC 7523 §3](https://www.rfc-editor.org/rfc/rfc7523#section-3),
//! [RFC 8725](https://www.rfc-editor.org/rfc/rfc8725)).

use sandbox::EnvironmentView;
use serde_json::{Value, json};

use super::{
    provider::{NOW, Provider, client},
    sign::Assertion,
};

/// A running provider with an environment whose clients sign.
struct Judge {
    provider: Provider,
    environment: EnvironmentView,
}

impl Judge {
    async fn shared() -> Self {
        Self::at(Provider::shared()).await
    }

    async fn alone() -> Self {
        Self::at(Provider::start().await).await
    }

    async fn at(provider: Provider) -> Self {
        let environment = provider.environment(7).await;
        Self { provider, environment }
    }

    fn assertion(&self, name: &str) -> Assertion {
        Assertion::of(&self.environment, client(&self.environment, name))
    }

    async fn accepts(&self, jwt: &str, why: &str) {
        let answer = self.provider.assert(&self.environment, jwt).await;
        assert_eq!(answer.status, 200, "{why}: {}", answer.body);
    }

    /// Refused as `invalid_client` with these words of our own after "Client assertion".
    async fn refuses(&self, jwt: &str, words: &str) {
        let answer = self.provider.assert(&self.environment, jwt).await;
        let words = format!("Request denied: Client assertion {words}");
        assert_eq!(answer.refusal(), (401, "invalid_client", words.as_str()), "{jwt}");
    }

    async fn refuses_claim(&self, name: &str, value: Value, words: &str) {
        self.refuses(&self.assertion("secret-jwt").claim(name, value).sign(), words).await;
    }
}

#[tokio::test]
async fn the_client_must_be_issuer_and_subject() {
    let judge = Judge::shared().await;
    for value in [json!("someone-else"), Value::Null, json!("")] {
        judge.refuses_claim("iss", value, "iss must be the client id").await;
    }
    let basic = client(&judge.environment, "basic").id;
    judge.refuses_claim("iss", json!(basic), "iss must be the client id").await;
    judge.refuses_claim("sub", Value::Null, "sub must be the client id").await;
}

#[tokio::test]
async fn an_assertion_of_an_unknown_subject_says_no_more_than_a_wrong_secret() {
    let judge = Judge::shared().await;
    let nobody = json!("4d1f6b82-97ce-4053-a8e1-6b2f30c9d7a5");
    let jwt = judge.assertion("secret-jwt").claim("sub", nobody).sign();
    let answer = judge.provider.assert(&judge.environment, &jwt).await;
    assert_eq!(answer.refusal(), (401, "invalid_client", "Request denied: Invalid client credentials"));
}

#[tokio::test]
async fn the_audience_is_this_issuer_or_token_endpoint() {
    let judge = Judge::shared().await;
    let (issuer, endpoint) = (&judge.environment.issuer, &judge.environment.token_endpoint);
    for aud in [json!(issuer), json!(endpoint), json!([issuer]), json!(["https://other.example", endpoint])] {
        let jwt = judge.assertion("secret-jwt").claim("aud", aud.clone()).sign();
        judge.accepts(&jwt, &aud.to_string()).await;
    }
    let other = judge.provider.environment(8).await;
    let wrong =
        [json!("https://as.example.org"), json!(other.issuer), json!([]), json!([other.token_endpoint])];
    for aud in wrong.into_iter().chain([Value::Null, json!(format!("{issuer}/"))]) {
        judge.refuses_claim("aud", aud, "aud must be the issuer or the token endpoint").await;
    }
}

#[tokio::test]
async fn an_assertion_ends_and_not_more_than_an_hour_from_now() {
    let judge = Judge::shared().await;
    judge.refuses_claim("exp", Value::Null, "has no exp").await;
    judge.refuses_claim("exp", json!(NOW), "has expired").await;
    judge.refuses_claim("exp", json!(NOW - 3600), "has expired").await;
    judge.refuses_claim("exp", json!(NOW + 3601), "expires more than one hour ahead").await;
    judge.refuses_claim("exp", json!("2030-01-01"), "claims are malformed").await;
    judge.accepts(&judge.assertion("secret-jwt").claim("exp", json!(NOW + 3600)).sign(), "one hour").await;
}

#[tokio::test]
async fn an_assertion_is_not_used_before_its_time() {
    let judge = Judge::shared().await;
    judge.refuses_claim("nbf", json!(NOW + 1), "is not valid yet").await;
    judge.accepts(&judge.assertion("secret-jwt").claim("nbf", json!(NOW)).sign(), "valid from now on").await;
}

#[tokio::test]
async fn an_assertion_expires_with_the_clock_of_the_environment() {
    let judge = Judge::alone().await;
    let jwt = judge.assertion("private-key-jwt").sign();
    judge.accepts(&jwt, "fresh").await;
    let change = sandbox::ClockChange::Advance(60);
    judge.provider.sandbox.set_clock(judge.environment.id, change).unwrap();
    judge.refuses(&jwt, "has expired").await;
}

#[tokio::test]
async fn an_unsigned_assertion_is_refused_however_none_is_spelt() {
    let judge = Judge::shared().await;
    for bits in 0..16_u8 {
        let case = |(index, letter): (usize, char)| {
            if bits & (1 << index) == 0 { letter } else { letter.to_ascii_uppercase() }
        };
        let none: String = "none".chars().enumerate().map(case).collect();
        for name in ["secret-jwt", "private-key-jwt"] {
            let unsigned = judge.assertion(name).header("alg", json!(none));
            judge.refuses(&format!("{}.", unsigned.signing_input()), "must be signed").await;
        }
    }
}

#[tokio::test]
async fn an_algorithm_must_be_named_and_known() {
    let judge = Judge::shared().await;
    for alg in [Value::Null, json!(["RS256"]), json!(256)] {
        let jwt = judge.assertion("private-key-jwt").header("alg", alg).sign_as("RS256");
        judge.refuses(&jwt, "header is malformed").await;
    }
    for alg in ["rs256", "RS1", "ES512", ""] {
        let jwt = judge.assertion("private-key-jwt").header("alg", json!(alg)).sign_as("RS256");
        judge.refuses(&jwt, "algorithm is not supported").await;
    }
}

#[tokio::test]
async fn a_public_key_is_never_an_hmac_secret() {
    let judge = Judge::shared().await;
    let by_url = client(&judge.environment, "private-key-jwt-url");
    let jwks = judge.provider.get(by_url.jwks_url.as_deref().unwrap()).await.body;
    let modulus = jwks["keys"][0]["n"].as_str().unwrap();
    let forged = judge.assertion("private-key-jwt-url").header("alg", json!("HS256")).key(modulus).sign();
    let answer = judge.provider.assert(&judge.environment, &forged).await;
    let words = "Request denied: Unsupported authentication method";
    assert_eq!(answer.refusal(), (401, "invalid_client", words));
}

#[tokio::test]
async fn an_algorithm_must_fit_the_kind_of_the_key() {
    let judge = Judge::shared().await;
    let rsa = client(&judge.environment, "private-key-jwt").private_key.clone().unwrap();
    let jwt = judge.assertion("es256-key").header("alg", json!("RS256")).key(rsa.as_str()).sign();
    judge.refuses(&jwt, "algorithm is not supported").await;
    let jwt = judge.assertion("private-key-jwt").header("alg", json!("PS256")).sign_as("RS256");
    judge.refuses(&jwt, "algorithm is not supported").await;
}

#[tokio::test]
async fn a_signature_must_be_made_with_the_clients_own_key() {
    let judge = Judge::shared().await;
    let foreign = client(&judge.environment, "private-key-jwt-url").private_key.clone().unwrap();
    judge
        .refuses(&judge.assertion("private-key-jwt").key(foreign.as_str()).sign(), "signature is invalid")
        .await;
    let guess = "x".repeat(64);
    judge.refuses(&judge.assertion("secret-jwt").key(&guess).sign(), "signature is invalid").await;
    let cut = judge.assertion("private-key-jwt").signing_input();
    judge.refuses(&format!("{cut}."), "signature is invalid").await;
}

#[tokio::test]
async fn a_changed_assertion_does_not_verify() {
    let judge = Judge::shared().await;
    let signed = judge.assertion("private-key-jwt");
    let signature = signed.sign().rsplit_once('.').unwrap().1.to_owned();
    let changed = signed.claim("exp", json!(NOW + 61)).signing_input();
    judge.refuses(&format!("{changed}.{signature}"), "signature is invalid").await;
}

#[tokio::test]
async fn a_key_id_is_compared_exactly_and_may_be_left_out_with_a_single_key() {
    let judge = Judge::shared().await;
    let kid = client(&judge.environment, "private-key-jwt").kid.clone().unwrap();
    for other in [kid.to_uppercase(), format!("{kid} "), "../../keys".to_owned(), "k".repeat(300)] {
        let jwt = judge.assertion("private-key-jwt").header("kid", json!(other)).sign();
        judge.refuses(&jwt, "key is not known").await;
    }
    let without = judge.assertion("private-key-jwt").header("kid", Value::Null).sign();
    judge.accepts(&without, "the only key").await;
}

#[tokio::test]
async fn keys_in_the_header_are_not_trusted() {
    let judge = Judge::shared().await;
    let foreign = client(&judge.environment, "private-key-jwt-url").clone();
    let key = foreign.private_key.unwrap();
    for (name, value) in
        [("jku", json!(foreign.jwks_url)), ("x5u", json!(foreign.jwks_url)), ("jwk", json!({"kty": "RSA"}))]
    {
        let forged = judge.assertion("private-key-jwt").header(name, value).key(key.as_str()).sign();
        judge.refuses(&forged, "signature is invalid").await;
    }
}

#[tokio::test]
async fn critical_header_parameters_are_refused() {
    let judge = Judge::shared().await;
    let words = "header has critical parameters that are not understood";
    for (name, value) in [("crit", json!(["exp"])), ("crit", json!([])), ("b64", json!(false))] {
        judge.refuses(&judge.assertion("private-key-jwt").header(name, value).sign(), words).await;
    }
}

#[tokio::test]
async fn another_kind_of_jwt_does_not_pass_for_an_assertion() {
    let judge = Judge::shared().await;
    for typ in ["at+jwt", "dpop+jwt"] {
        let jwt = judge.assertion("secret-jwt").header("typ", json!(typ)).sign();
        judge.refuses(&jwt, "typ is not that of a client assertion").await;
    }
    for typ in [json!("client-authentication+jwt"), json!("jwt"), Value::Null] {
        judge
            .accepts(&judge.assertion("secret-jwt").header("typ", typ.clone()).sign(), &typ.to_string())
            .await;
    }
}

#[tokio::test]
async fn encoding_is_taken_strictly() {
    let judge = Judge::shared().await;
    let jwt = judge.assertion("secret-jwt").sign();
    for broken in [format!("{jwt}="), format!("{jwt}\n"), jwt.replacen('.', "+.", 1), format!("*{jwt}")] {
        judge.refuses(&broken, "is not valid base64url").await;
    }
    let (head, tail) = jwt.split_once('.').unwrap();
    for broken in [head.to_owned(), tail.to_owned(), format!("{jwt}.x"), format!("{jwt}.a.b")] {
        let answer = judge.provider.assert(&judge.environment, &broken).await;
        assert_eq!((answer.status, &answer.body["error"]), (401, &json!("invalid_client")), "{broken}");
    }
}

#[tokio::test]
async fn in_strict_mode_an_assertion_works_once_and_needs_an_id() {
    let judge = Judge::alone().await;
    let jwt = judge.assertion("secret-jwt").sign();
    judge.accepts(&jwt, "first use").await;
    judge.accepts(&jwt, "a replay, as seeded").await;
    let mut profile = judge.environment.profile;
    profile.strict_jti = true;
    judge.provider.sandbox.set_profile(judge.environment.id, profile).unwrap();
    judge.accepts(&jwt, "first use in strict mode").await;
    judge.refuses(&jwt, "was used before").await;
    judge.accepts(&judge.assertion("secret-jwt").claim("jti", json!("another")).sign(), "another id").await;
    judge.refuses_claim("jti", Value::Null, "has no jti").await;
    judge.accepts(&judge.assertion("private-key-jwt").sign(), "the same id of another client").await;
}

#[tokio::test]
async fn a_refused_assertion_does_not_use_up_its_id() {
    let judge = Judge::alone().await;
    let mut profile = judge.environment.profile;
    profile.strict_jti = true;
    judge.provider.sandbox.set_profile(judge.environment.id, profile).unwrap();
    judge.refuses(&judge.assertion("secret-jwt").key(&"x".repeat(64)).sign(), "signature is invalid").await;
    judge.accepts(&judge.assertion("secret-jwt").sign(), "the real one").await;
}
