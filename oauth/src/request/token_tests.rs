//! One table over the four methods, and the rules on fields.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::*;
use crate::{client::SignedAssertion, request::Reveal};

fn request(authentication: Authentication) -> TokenRequest {
    TokenRequest {
        endpoint: "https://auth.pingone.eu/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/token".parse().unwrap(),
        grant_type: GrantType::ClientCredentials,
        client_id: "id with:colon".parse().unwrap(),
        authentication,
        scope: "orders:read orders:write".parse().unwrap(),
        audience: vec![],
        resource: vec!["https://api.example.com/orders".parse().unwrap()],
        parameters: vec![("at_lifetime".into(), "300 sec".into())],
    }
}

fn secret() -> ClientSecret {
    ClientSecret::new("p%ss w/rd".to_owned().into()).unwrap()
}

const HEAD: &str = "POST /7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as/token HTTP/1.1\nHost: auth.pingone.eu\n";
const ASK: &str =
    "&scope=orders%3Aread+orders%3Awrite&resource=https%3A%2F%2Fapi.example.com%2Forders&at_lifetime=300+sec";

#[test]
fn basic_travels_in_the_header() {
    let prepared = prepare(&request(Authentication::SecretBasic(Some(secret()))));
    // printf '%s' 'id+with%3Acolon:p%25ss+w%2Frd' | base64
    let header = "Authorization: Basic aWQrd2l0aCUzQWNvbG9uOnAlMjVzcyt3JTJGcmQ=\n";
    let text = prepared.text(Reveal::Value);
    assert!(text.starts_with(&format!("{HEAD}{header}")), "{text}");
    assert!(text.ends_with(&format!("\n\ngrant_type=client_credentials{ASK}")), "{text}");
}

#[test]
fn post_travels_in_the_body() {
    let prepared = prepare(&request(Authentication::SecretPost(Some(secret()))));
    assert_eq!(
        *prepared.body.wire().unwrap(),
        format!("grant_type=client_credentials&client_id=id+with%3Acolon&client_secret=p%25ss+w%2Frd{ASK}")
    );
    assert_eq!(prepared.header_text("authorization"), None);
}

#[test]
fn an_assertion_travels_with_its_type() {
    let assertion = SignedAssertion::new("e30.e30.c2ln".into());
    let prepared = prepare(&request(Authentication::Assertion(Some(assertion))));
    let kind = "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    assert_eq!(
        *prepared.body.wire().unwrap(),
        format!(
            "grant_type=client_credentials&client_assertion_type={kind}&client_assertion=e30.e30.c2ln{ASK}"
        )
    );
}

#[test]
fn the_preview_differs_from_the_message_in_the_secret_alone() {
    let known: [(Authentication, &str, &str); 3] = [
        (
            Authentication::SecretBasic(Some(secret())),
            "‹base64(client_id:client_secret)›",
            "aWQrd2l0aCUzQWNvbG9uOnAlMjVzcyt3JTJGcmQ=",
        ),
        (Authentication::SecretPost(Some(secret())), "‹client_secret›", "p%25ss+w%2Frd"),
        (
            Authentication::Assertion(Some(SignedAssertion::new("a.b.c".into()))),
            "‹client_assertion›",
            "a.b.c",
        ),
    ];
    for (authentication, label, value) in known {
        let sent = prepare(&request(authentication.clone()));
        let unproven = match authentication {
            Authentication::SecretBasic(_) => Authentication::SecretBasic(None),
            Authentication::SecretPost(_) => Authentication::SecretPost(None),
            Authentication::Assertion(_) => Authentication::Assertion(None),
        };
        let preview = prepare(&request(unproven)).text(Reveal::Label);
        let length = sent.body.wire().unwrap().len().to_string();
        assert_eq!(preview.replace(label, value).replace("‹body length›", &length), sent.text(Reveal::Value));
        assert_eq!(sent.without_values().text(Reveal::Value), sent.text(Reveal::Label));
    }
}

#[test]
fn what_is_shown_of_the_body_is_what_is_sent() {
    let prepared = prepare(&request(Authentication::SecretPost(Some(secret()))));
    assert_eq!(prepared.body.text(Reveal::Value), *prepared.body.wire().unwrap());
}

#[test]
fn an_empty_scope_is_left_out() {
    let mut request = request(Authentication::SecretPost(None));
    request.scope = Scope::default();
    assert!(!prepare(&request).body.text(Reveal::Label).contains("scope="));
}
