//! Which bodies are accepted, and what is said about the others.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::*;
use crate::api::OneOrMany;

const ENVIRONMENT: &str = "7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63";

fn pingone() -> TokenExchange {
    TokenExchange {
        environment_id: Some(ENVIRONMENT.into()),
        region: Some("EU".into()),
        client_id: Some("client".into()),
        ..TokenExchange::default()
    }
}

fn pointers(request: &TokenExchange) -> Vec<String> {
    request.parse().unwrap_err().into_iter().map(|fault| fault.pointer).collect()
}

#[test]
fn a_region_decides_the_endpoint() {
    let Target::PingOne(environment) = pingone().parse().unwrap().target else {
        unreachable!("PingOne was asked for")
    };
    assert_eq!(environment.issuer(), format!("https://auth.pingone.eu/{ENVIRONMENT}/as"));
}

#[test]
fn all_faults_are_told_at_once() {
    let request = TokenExchange {
        environment_id: Some("nope".into()),
        region: Some("XX".into()),
        client_auth_method: Some("none".into()),
        scope: Some("a\"b".into()),
        resource: OneOrMany::Many(vec!["https://ok.example".into(), "relative".into()]),
        assertion_lifetime: Some(3600),
        ..TokenExchange::default()
    };
    assert_eq!(
        pointers(&request),
        [
            "/environment_id",
            "/region",
            "/client_auth_method",
            "/client_id",
            "/scope",
            "/resource/1",
            "/assertion_lifetime"
        ]
    );
}

#[test]
fn no_target_and_two_targets_are_the_same_fault() {
    let none = TokenExchange { client_id: Some("c".into()), ..TokenExchange::default() };
    let two = TokenExchange { issuer: Some("https://as.example".into()), ..pingone() };
    assert_eq!(pointers(&none), [""]);
    assert_eq!(pointers(&two), [""]);
}

#[test]
fn the_sandbox_may_name_one_of_its_environments() {
    let request = TokenExchange { sandbox: true, region: None, ..pingone() };
    assert_eq!(request.parse().unwrap().target, Target::Sandbox(Some(ENVIRONMENT.parse().unwrap())));
}

#[test]
fn extra_parameters_may_not_replace_what_has_a_field() {
    let parameters = [("client_secret".to_owned(), OneOrMany::One("x".into()))].into();
    assert_eq!(pointers(&TokenExchange { parameters, ..pingone() }), ["/parameters/client_secret"]);
}

#[test]
fn an_algorithm_must_fit_the_method() {
    let request = TokenExchange {
        client_auth_method: Some("private_key_jwt".into()),
        signing_alg: Some("HS256".into()),
        ..pingone()
    };
    assert_eq!(pointers(&request), ["/signing_alg"]);
}

#[test]
fn explicit_typing_is_the_default_outside_pingone() {
    let elsewhere = TokenExchange {
        issuer: Some("https://as.example".into()),
        client_id: Some("c".into()),
        ..TokenExchange::default()
    };
    assert_eq!(elsewhere.parse().unwrap().assertion.typ, AssertionType::ClientAuthentication);
    assert_eq!(pingone().parse().unwrap().assertion.typ, AssertionType::Jwt);
}

#[test]
fn unknown_fields_are_refused() {
    assert!(serde_json::from_str::<TokenExchange>(r#"{"sandbox":true,"connection_id":"x"}"#).is_err());
}
