//! Wrong issuers, partial documents, hostile documents.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use super::*;
use crate::provider::GapKind;

const ISSUER: &str = "https://auth.pingone.eu/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as";

fn issuer() -> Issuer {
    ISSUER.parse().unwrap()
}

fn parse(members: &str) -> UnverifiedMetadata {
    UnverifiedMetadata::parse(format!(r#"{{"issuer":"{ISSUER}"{members}}}"#).as_bytes()).unwrap()
}

fn gaps(members: &str) -> Vec<(String, GapKind)> {
    let verified = parse(members).verify(&issuer()).unwrap();
    verified.missing().into_iter().map(|gap| (gap.member, gap.kind)).collect()
}

#[test]
fn a_complete_document_has_no_gaps_and_typed_endpoints() {
    let members = format!(
        r#","token_endpoint":"{ISSUER}/token","jwks_uri":"{ISSUER}/jwks",
        "introspection_endpoint":"{ISSUER}/introspect","revocation_endpoint":"{ISSUER}/revoke",
        "scopes_supported":["openid"],"grant_types_supported":["client_credentials"],
        "token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt","client_secret_jwt"],
        "token_endpoint_auth_signing_alg_values_supported":["RS256","HS256"],"claims_supported":["sub"]"#
    );
    assert_eq!(gaps(&members), []);
    let verified = parse(&members).verify(&issuer()).unwrap();
    assert_eq!(verified.token_endpoint().unwrap().as_str(), format!("{ISSUER}/token"));
    assert!(verified.document().other.contains_key("claims_supported"));
}

#[test]
fn another_issuer_is_refused_even_if_only_a_slash_differs() {
    let asked: Issuer = format!("{ISSUER}/").parse().unwrap();
    let fault = parse("").verify(&asked).unwrap_err();
    assert_eq!(fault, MetadataFault::IssuerMismatch { asked: format!("{ISSUER}/"), claimed: ISSUER.into() });
}

#[test]
fn an_absent_grant_list_is_told_and_is_not_a_contradiction() {
    let found = gaps("");
    assert!(found.contains(&("grant_types_supported".into(), GapKind::Absent)));
    assert!(found.contains(&("token_endpoint".into(), GapKind::Absent)));
    let found = gaps(r#","grant_types_supported":["authorization_code"]"#);
    assert!(found.contains(&("grant_types_supported".into(), GapKind::Contradiction)));
}

#[test]
fn an_unusable_endpoint_is_left_out_and_told() {
    for url in
        ["http://auth.pingone.eu/token", "/token", "https://user:pw@auth.pingone.eu/token", "file:///etc"]
    {
        let members = format!(r#","token_endpoint":"{url}","jwks_uri":"{ISSUER}/jwks""#);
        let verified = parse(&members).verify(&issuer()).unwrap();
        assert_eq!(verified.token_endpoint(), None, "{url}");
        assert!(verified.jwks_uri().is_some());
        assert!(gaps(&members).contains(&("token_endpoint".into(), GapKind::Unusable)), "{url}");
    }
}

#[test]
fn jwt_methods_without_fitting_algorithms_contradict_the_standard() {
    const ALGS: &str = "token_endpoint_auth_signing_alg_values_supported";
    let methods = r#","token_endpoint_auth_methods_supported":["private_key_jwt"]"#;
    assert!(gaps(methods).contains(&(ALGS.into(), GapKind::Absent)));
    for algs in [r#"["HS256"]"#, r#"["RS256","none"]"#, "[]"] {
        let found = gaps(&format!(r#"{methods},"{ALGS}":{algs}"#));
        assert!(found.contains(&(ALGS.into(), GapKind::Contradiction)), "{algs}");
    }
}

#[test]
fn an_unreadable_document_names_the_place_and_keeps_the_evidence() {
    let fault = UnverifiedMetadata::parse(br#"{"issuer":"x","token_endpoint":7}"#).unwrap_err();
    assert_eq!(fault.path, "token_endpoint");
    assert_eq!(fault.raw, r#"{"issuer":"x","token_endpoint":7}"#);
    for body in
        ["<html>", "[]", r#"{"token_endpoint":"x"}"#, r#"{"issuer":"a","issuer":"b"}"#, r#"{"issuer":"a"} x"#]
    {
        assert!(UnverifiedMetadata::parse(body.as_bytes()).is_err(), "{body}");
    }
}

#[test]
fn a_document_over_the_limit_is_not_parsed() {
    let body = format!(r#"{{"issuer":"{ISSUER}","x":"{}"}}"#, "a".repeat(UnverifiedMetadata::MAX_BYTES));
    let fault = UnverifiedMetadata::parse(body.as_bytes()).unwrap_err();
    assert_eq!(fault.raw.len(), UnreadableMetadata::KEPT_BYTES);
}
