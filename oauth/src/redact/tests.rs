//! What is masked, what stays, and what happens to broken bodies.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::*;
use crate::{
    client::{Authentication, ClientSecret, SignedAssertion},
    request::token::{TokenRequest, prepare},
};

const JWT: &str = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.c2lnbmF0dXJlLWNhbmFyeQ";

fn body(text: &str) -> String {
    Redactor::new().body(Some("application/json"), text)
}

#[test]
fn a_jwt_keeps_six_and_four_characters_an_opaque_token_four_a_short_one_none() {
    assert_eq!(mask_token(JWT), "eyJhbG…FyeQ");
    assert_eq!(mask_token("opaque-token-4711"), "…4711");
    assert_eq!(mask_token("secret"), "…");
    assert_eq!(mask_token(""), "…");
    assert_eq!(mask_token("äöüäöüäöüäöü"), "…üäöü");
}

#[test]
fn masking_twice_changes_nothing() {
    for token in [JWT, "opaque-token-4711", "secret"] {
        let once = mask_token(token);
        assert_eq!(mask_token(&once), once);
    }
}

#[test]
fn a_fingerprint_is_the_start_of_the_sha_256() {
    // printf '%s' abc | openssl dgst -sha256
    assert_eq!(fingerprint("abc"), "ba7816bf");
}

#[test]
fn only_token_values_of_a_token_response_change() {
    let response = format!(
        "{{\n  \"access_token\" : \"{JWT}\",\"expires_in\":3600.0,\n \"scope\":\"a b\", \"id_token\":\"{JWT}\",\"n\":1e400}}"
    );
    let expected = response.replace(JWT, "eyJhbG…FyeQ");
    assert_eq!(body(&response), expected);
}

#[test]
fn numbers_arrays_and_objects_under_a_sensitive_name_are_masked() {
    assert_eq!(body(r#"{"access_token": 1234567890, "b": 5}"#), r#"{"access_token": "…", "b": 5}"#);
    assert_eq!(
        body(r#"{"refresh_token":["opaque-token-4711",{"v":"abc"}],"b":"abc"}"#),
        r#"{"refresh_token":["…4711",{"…":"…"}],"b":"abc"}"#
    );
    assert_eq!(body(r#"{"token":null,"c":"d"}"#), r#"{"token":null,"c":"d"}"#);
}

#[test]
fn a_jwt_is_masked_wherever_it_stands() {
    assert_eq!(body(&format!(r#"{{"message":"got {JWT}!"}}"#)), r#"{"message":"got eyJhbG…FyeQ!"}"#);
    let escaped = JWT.replacen('e', "\\u0065", 1);
    assert_eq!(body(&format!(r#"{{"message":"{escaped}"}}"#)), r#"{"message":"eyJhbG…FyeQ"}"#);
}

#[test]
fn names_are_recognised_in_every_spelling() {
    for name in ["access_token", "accessToken", "ACCESS-TOKEN", "client_secret", "acc\\u0065ss_token"] {
        let masked = body(&format!(r#"{{"{name}":"opaque-canary-4711"}}"#));
        assert!(!masked.contains("canary"), "{masked}");
    }
    assert_eq!(body(r#"{"token_endpoint":"https://a/b"}"#), r#"{"token_endpoint":"https://a/b"}"#);
}

#[test]
fn private_members_of_a_jwk_are_masked_public_ones_stay() {
    let n =
        "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1WlUzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5";
    let key = format!(r#"{{"kty":"RSA","n":"{n}","d":"VFCWOqXr8nvZNyaaJLXdnNPXZKRaWCjk","e":"AQAB"}}"#);
    assert_eq!(body(&key), format!(r#"{{"kty":"RSA","n":"{n}","d":"…WCjk","e":"AQAB"}}"#));
    assert_eq!(body(r#"{"p":"2","q":"coffee"}"#), r#"{"p":"2","q":"coffee"}"#);
}

#[test]
fn broken_json_loses_everything_that_could_be_a_token() {
    let cut = &JWT[..40];
    for broken in [
        format!(r#"{{"access_token":"{JWT}"#),
        format!(r#"{{"access_token":"{cut}"#),
        format!(r#"{{"access_token":{JWT}}}"#),
        format!("{{access_token: '{JWT}'}}"),
        format!("<html>{JWT}</html>"),
        format!("{{\"a\":\"\\\"{JWT}"),
    ] {
        let masked = body(&broken);
        assert!(!masked.contains(&JWT[10..40]) && !masked.contains("c2lnbmF0dXJl"), "{masked}");
    }
    let opaque = "f47ac10b58cc4372a5670e02b2c3d479";
    assert!(!body(&format!(r#"{{"access_token":"{opaque}"#)).contains(&opaque[..16]));
    assert!(!Redactor::new().body(None, &format!("token is {opaque}")).contains(&opaque[..16]));
}

#[test]
fn a_correlation_id_survives_in_plain_text() {
    let text = "Denied (Correlation ID: 5be0a7d1-94c2-4f6e-b3a8-17d02c9e48f5)";
    assert_eq!(Redactor::new().body(Some("text/plain"), text), text);
}

#[test]
fn a_form_loses_its_credentials() {
    let form =
        format!("grant_type=client_credentials&client_secret=p%25ss-canary-0815&client_assertion={JWT}");
    assert_eq!(
        Redactor::new().body(Some("application/x-www-form-urlencoded; charset=utf-8"), &form),
        "grant_type=client_credentials&client_secret=…0815&client_assertion=eyJhbG…FyeQ"
    );
}

#[test]
fn headers_keep_their_shape_and_lose_their_credentials() {
    let masked =
        |name: &str, value: &str| Redactor::new().headers(&[(name.to_owned(), value.to_owned())]).remove(0).1;
    assert_eq!(masked("Authorization", &format!("Bearer {JWT}")), "Bearer eyJhbG…FyeQ");
    assert_eq!(masked("authorization", "Basic YTpi"), "Basic …");
    assert_eq!(masked("Set-Cookie", "sid=canary; Path=/; HttpOnly"), "sid=…; Path=/; HttpOnly");
    assert_eq!(masked("Cookie", "a=1; b=2"), "a=…; b=…");
    assert_eq!(
        masked("Location", "https://a/cb?access_token=opaque-token-4711&x=1#y"),
        "https://a/cb?access_token=…4711&x=1#y"
    );
    assert_eq!(masked("WWW-Authenticate", "Basic realm=\"token\""), "Basic realm=\"token\"");
}

fn sent(authentication: Authentication) -> Redactor {
    Redactor::of(&prepare(&TokenRequest {
        endpoint: "https://as.example/token".parse().unwrap(),
        grant_type: crate::wire::GrantType::ClientCredentials,
        client_id: "client".parse().unwrap(),
        authentication,
        scope: crate::scope::Scope::default(),
        audience: vec![],
        resource: vec![],
        parameters: vec![],
    }))
}

#[test]
fn an_echoed_secret_is_replaced_by_its_label_in_every_encoding() {
    let secret = || Some(ClientSecret::new("s3cr3t \"cänary\"".to_owned().into()).unwrap());
    for redactor in [sent(Authentication::SecretPost(secret())), sent(Authentication::SecretBasic(secret()))]
    {
        for echo in [
            "s3cr3t \"cänary\"",
            "s3cr3t \\\"cänary\\\"",
            "s3cr3t+%22c%C3%A4nary%22",
            "s3cr3t%20%22c%C3%A4nary%22",
            "czNjcjN0ICJjw6RuYXJ5Ig==",
            "733363723374202263c3a46e61727922",
        ] {
            let masked = redactor.text(&format!("wrong secret {echo}."));
            assert!(masked.starts_with("wrong secret ‹"), "{echo}: {masked}");
        }
    }
}

#[test]
fn an_echoed_secret_is_found_behind_any_json_escape() {
    let secret = ClientSecret::new("s3cr3t/cänary".to_owned().into()).unwrap();
    let redactor = sent(Authentication::SecretPost(Some(secret)));
    for echo in ["s3cr3t/cänary", "s3cr3t\\/c\\u00e4nary", "\\u0073\\u0033cr3t/cänary"] {
        let body = format!("{{\"m\":\"wrong {echo}\",\"{echo}\":1}}");
        let masked = redactor.body(Some("application/json"), &body);
        assert_eq!(masked, "{\"m\":\"wrong ‹client_secret›\",\"‹client_secret›\":1}");
    }
}

#[test]
fn an_echoed_authorization_header_is_replaced_too() {
    let secret = ClientSecret::new("s3cr3t-canary".to_owned().into()).unwrap();
    let redactor = sent(Authentication::SecretBasic(Some(secret)));
    // printf '%s' client:s3cr3t-canary | base64
    let masked = redactor.text("you sent Y2xpZW50OnMzY3IzdC1jYW5hcnk=");
    assert_eq!(masked, "you sent ‹base64(client_id:client_secret)›");
    let assertion =
        sent(Authentication::Assertion(Some(SignedAssertion::new("opaque.assertion.value".into()))));
    assert_eq!(assertion.text("bad opaque.assertion.value"), "bad ‹client_assertion›");
}

#[test]
fn a_text_is_cut_between_characters() {
    assert_eq!(truncate("aäb", 2), "a");
    assert_eq!(truncate("aäb", 3), "aä");
    assert_eq!(truncate("abc", 9), "abc");
}

#[test]
fn an_answer_is_masked_before_it_is_cut() {
    let answer = Redactor::new().answer(200, &[], format!(r#"{{"access_token":"{JWT}"}}"#).as_bytes(), 24);
    assert_eq!(answer.body, r#"{"access_token":"eyJhbG"#);
    assert!(answer.truncated);
}
