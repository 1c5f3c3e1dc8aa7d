//! Answers as servers write them, and the table of explanations.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests state their expectations")]

use super::*;
use crate::wire::ErrorCode;

fn granted(body: &str) -> GrantedToken {
    match read(200, body.as_bytes()) {
        TokenAnswer::Granted(token) => token,
        other => panic!("{other:?}"),
    }
}

fn refused(status: u16, body: &str) -> Refusal {
    match read(status, body.as_bytes()) {
        TokenAnswer::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pingone_token_response_is_read_without_surprises() {
    let token =
        granted(r#"{"access_token":"a.b.c","token_type":"Bearer","expires_in":3600,"scope":"orders:read"}"#);
    assert_eq!(token.access_token.expose(), "a.b.c");
    assert_eq!((token.expires_in, token.scope.as_deref()), (Some(3600), Some("orders:read")));
    assert!(token.is_bearer() && token.surprises.is_empty() && token.other_members.is_empty());
}

#[test]
fn the_token_type_is_compared_without_case() {
    assert!(granted(r#"{"access_token":"x","token_type":"bearer","expires_in":1}"#).surprises.is_empty());
    let token = granted(r#"{"access_token":"x","token_type":"DPoP","expires_in":1}"#);
    assert_eq!(token.surprises, [Surprise::OtherTokenType("DPoP".into())]);
}

#[test]
fn what_came_beyond_the_standard_is_noticed() {
    let token = granted(
        r#"{"access_token":"x","refresh_token":"r","id_token":"i","refresh_expires_in":0,"not-before-policy":0,"scope":["a"]}"#,
    );
    assert_eq!(token.other_members, ["refresh_expires_in", "not-before-policy"]);
    assert_eq!(
        token.surprises,
        [
            Surprise::NoLifetime,
            Surprise::NoTokenType,
            Surprise::ScopeNotText,
            Surprise::RefreshToken,
            Surprise::IdToken
        ]
    );
    assert_eq!(token.refresh_token.unwrap().expose(), "r");
}

#[test]
fn no_token_is_printed() {
    let body = r#"{"access_token":"canary-1","refresh_token":"canary-2","id_token":"canary-3"}"#;
    assert!(!format!("{:?}", read(200, body.as_bytes())).contains("canary"));
}

#[test]
fn a_success_without_a_token_is_unusable() {
    for body in [
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        r#"{"access_token":null}"#,
        r#"{"access_token":""}"#,
        r#"{"access_token":7}"#,
    ] {
        assert!(matches!(read(200, body.as_bytes()), TokenAnswer::Unusable(_)), "{body}");
    }
}

#[test]
fn two_members_of_one_name_decide_nothing() {
    let body = r#"{"access_token":"a","access_token":"b"}"#;
    let TokenAnswer::Unusable(answer) = read(200, body.as_bytes()) else { panic!("accepted") };
    assert!(answer.problem.contains("access_token"));
}

#[test]
fn a_pingone_refusal_gives_up_its_correlation_id() {
    let refusal = refused(
        401,
        r#"{"error":"invalid_client","error_description":"Request denied: Invalid client credentials (Correlation ID: 5be0a7d1-94c2-4f6e-b3a8-17d02c9e48f5)"}"#,
    );
    assert_eq!(refusal.code, RefusalCode::OAuth(ErrorCode::InvalidClient));
    assert_eq!(refusal.correlation_id.as_deref(), Some("5be0a7d1-94c2-4f6e-b3a8-17d02c9e48f5"));
    assert!(refusal.description.unwrap().starts_with("Request denied"));
}

#[test]
fn a_refusal_with_status_200_is_a_refusal() {
    assert_eq!(refused(200, r#"{"error":"slow_down"}"#).code.as_str(), "slow_down");
}

#[test]
fn management_and_gateway_bodies_are_told_apart() {
    let refusal = refused(
        404,
        r#"{"id":"f41d7a0b-8c36-4e92-b5d8-09e7c2a1463f","code":"NOT_FOUND","message":"Gone.","details":[{"code":"X","message":"m","target":"t","innerError":{}}]}"#,
    );
    assert_eq!(refusal.code, RefusalCode::Management("NOT_FOUND".into()));
    assert_eq!(refusal.correlation_id.as_deref(), Some("f41d7a0b-8c36-4e92-b5d8-09e7c2a1463f"));
    assert_eq!(refusal.details, [Detail { code: "X".into(), target: "t".into(), message: "m".into() }]);
    assert_eq!(refused(403, r#"{"message":"Missing Authentication Token"}"#).code, RefusalCode::Gateway);
    assert_eq!(refused(500, r#"{"message":"Oops"}"#).code, RefusalCode::None);
    assert_eq!(refused(500, "{}").code, RefusalCode::None);
}

#[test]
fn the_text_form_of_oa4mp_is_understood() {
    let refusal =
        refused(400, "error=\"unauthorized_client\"\nerror_description=\"unknown+client%3A+x%26y\"\n");
    assert_eq!(refusal.code, RefusalCode::OAuth(ErrorCode::UnauthorizedClient));
    assert_eq!(refusal.description.as_deref(), Some("unknown client: x&y"));
    assert!(matches!(read(502, b"<html>Bad gateway</html>"), TokenAnswer::Unusable(_)));
}

#[test]
fn a_refusal_survives_its_way_to_the_browser() {
    let refusal = refused(401, r#"{"error":"invalid_client","error_uri":"https://a"}"#);
    let json = serde_json::to_string(&refusal).unwrap();
    assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), refusal);
}

#[test]
fn every_code_and_status_has_a_cause_a_way_out_and_a_link() {
    let standard = ErrorCode::KNOWN.into_iter().map(RefusalCode::OAuth);
    let others =
        ["server_error", "temporarily_unavailable", "request_not_supported", "use_dpop_nonce", "their_own"];
    let others = others.map(|code| RefusalCode::OAuth(ErrorCode::Unknown(code.into())));
    let management = [
        "NOT_FOUND",
        "REQUEST_LIMITED",
        "ACCESS_FAILED",
        "INVALID_DATA",
        "INVALID_REQUEST",
        "REQUEST_FAILED",
        "UNEXPECTED_ERROR",
        "THEIR_OWN",
    ];
    let management = management.map(|code| RefusalCode::Management(code.into()));
    let codes = standard.chain(others).chain(management).chain([RefusalCode::Gateway, RefusalCode::None]);
    for code in codes {
        for status in [400, 401, 403, 404, 429, 500, 503] {
            let explanation = explain(&Refusal { code: code.clone(), ..refused(status, "{}") });
            for text in [explanation.cause, explanation.way_out] {
                assert!(text.len() > 20 && text.ends_with('.') && !text.contains('!'), "{code:?}: {text}");
            }
            assert!(explanation.spec.starts_with("https://"), "{code:?}");
        }
    }
}

#[test]
fn codes_of_the_standard_have_explanations_of_their_own() {
    let causes: std::collections::BTreeSet<&str> = ErrorCode::KNOWN
        .into_iter()
        .map(|code| explain(&Refusal { code: RefusalCode::OAuth(code), ..refused(400, "{}") }).cause)
        .collect();
    assert_eq!(causes.len(), ErrorCode::KNOWN.len());
}

#[test]
fn where_the_code_says_nothing_the_status_does() {
    assert_eq!(explain(&refused(429, "{}")), explain(&refused(400, r#"{"code":"REQUEST_LIMITED"}"#)));
    assert!(explain(&refused(503, r#"{"error":"their_own"}"#)).cause.contains("failed"));
}
