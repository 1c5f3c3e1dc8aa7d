//! The policy, with a stand-in for the mathematics. Real signatures are checked in the integration
//! tests, against vectors made by others.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;
use crate::wire::SigningAlg;

const NOW: i64 = 1_768_382_813;
const ISSUER: &str = "https://auth.pingone.eu/7c2f8e14-3b9d-4a61-9f05-d2c8b17a4e63/as";

/// Says what it is told to say.
struct Says(bool);

impl SignatureVerifier for Says {
    fn verify(&self, alg: SigningAlg, key: &PublicKey, _: &[u8], _: &[u8]) -> bool {
        assert_eq!(alg.key_kind(), key.kind());
        self.0
    }
}

fn b64(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn token(header: &str, claims: &str) -> String {
    format!("{}.{}.{}", b64(header), b64(claims), b64("signature that is long enough to be masked"))
}

fn claims() -> String {
    format!(r#"{{"iss":"{ISSUER}","aud":["https://api.example"],"iat":{NOW},"exp":{}}}"#, NOW + 3600)
}

/// The public key of RFC 7515 App. A.3 under a name of our choice.
pub(super) fn ec_key(kid: &str) -> String {
    format!(
        r#"{{"kty":"EC","crv":"P-256","kid":"{kid}","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}"#
    )
}

pub(super) fn key_set(keys: &[String]) -> KeySet {
    KeySet::parse(format!(r#"{{"keys":[{}]}}"#, keys.join(",")).as_bytes()).unwrap()
}

fn check(token: &str) -> Verification {
    let expected = Expected { issuer: Some(ISSUER), audience: Some("https://api.example"), now: NOW };
    verify(token, Ok(&key_set(&[ec_key("k1")])), &expected, &Says(true))
}

fn status(verification: &Verification, code: CheckCode) -> CheckStatus {
    verification.checks.iter().find(|check| check.code == code).unwrap().status
}

const HEADER: &str = r#"{"alg":"ES256","kid":"k1"}"#;

#[test]
fn a_pingone_token_verifies_and_reports_every_check_in_order() {
    let verification = check(&token(HEADER, &claims()));
    assert!(verification.verified, "{verification:?}");
    let codes: Vec<CheckCode> = verification.checks.iter().map(|check| check.code).collect();
    assert_eq!(codes, CheckCode::ALL);
    let json = serde_json::to_value(&verification.checks).unwrap();
    assert_eq!(json[5]["code"], "not-before");
    assert_eq!(json[4]["detail"], "1 h left, leeway 60 s.");
    assert!(verification.checks.iter().all(|check| check.detail.ends_with('.')));
}

#[test]
fn a_wrong_signature_fails_and_nothing_else() {
    let expected = Expected { issuer: Some(ISSUER), audience: None, now: NOW };
    let verification =
        verify(&token(HEADER, &claims()), Ok(&key_set(&[ec_key("k1")])), &expected, &Says(false));
    assert!(!verification.verified);
    assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Fail);
    assert_eq!(status(&verification, CheckCode::Issuer), CheckStatus::Pass);
}

#[test]
fn without_keys_or_issuer_nothing_is_verified() {
    let expected = Expected { issuer: Some(ISSUER), audience: None, now: NOW };
    let verification =
        verify(&token(HEADER, &claims()), Err("the key set did not answer."), &expected, &Says(true));
    assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Skipped);
    assert!(!verification.verified);
    let expected = Expected { issuer: None, ..expected };
    let verification =
        verify(&token(HEADER, &claims()), Ok(&key_set(&[ec_key("k1")])), &expected, &Says(true));
    assert_eq!(status(&verification, CheckCode::Issuer), CheckStatus::Skipped);
    assert!(!verification.verified);
}

#[test]
fn none_in_any_spelling_missing_null_or_a_list_is_unsigned() {
    let spellings = (0..16).map(|mask: u8| {
        let letters = "none".chars().enumerate();
        letters
            .map(|(index, c)| if mask >> index & 1 == 1 { c.to_ascii_uppercase() } else { c })
            .collect::<String>()
    });
    let headers = spellings.map(|none| format!(r#"{{"alg":"{none}","kid":"k1"}}"#));
    let odd =
        [r#"{"kid":"k1"}"#, r#"{"alg":null}"#, r#"{"alg":["ES256"]}"#, r#"{"alg":"es256"}"#, r#"{"alg":""}"#];
    for header in headers.chain(odd.map(str::to_owned)) {
        let verification = check(&token(&header, &claims()));
        assert_eq!(status(&verification, CheckCode::Algorithm), CheckStatus::Fail, "{header}");
        assert_ne!(status(&verification, CheckCode::Signature), CheckStatus::Pass, "{header}");
        let unsigned = format!("{}.{}.", b64(&header), b64(&claims()));
        assert_eq!(status(&check(&unsigned), CheckCode::Signature), CheckStatus::Fail, "{header}");
    }
}

#[test]
fn hmac_never_verifies_with_a_key_set() {
    for alg in SigningAlg::HMAC {
        let verification = check(&token(&format!(r#"{{"alg":"{alg}","kid":"k1"}}"#), &claims()));
        assert_eq!(status(&verification, CheckCode::Algorithm), CheckStatus::Fail);
        assert!(!verification.verified);
    }
}

#[test]
fn keys_and_urls_in_the_header_change_nothing() {
    let jwk = ec_key("k1");
    for member in [
        r#""jku":"https://attacker.example/jwks""#.to_owned(),
        r#""x5u":"https://attacker.example/cert""#.to_owned(),
        r#""x5c":["MIIB"]"#.to_owned(),
        format!(r#""jwk":{jwk}"#),
    ] {
        let header = format!(r#"{{"alg":"ES256","kid":"other",{member}}}"#);
        let verification = check(&token(&header, &claims()));
        assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Fail, "{member}");
    }
}

#[test]
fn critical_extensions_unencoded_payloads_and_odd_headers_fail() {
    for member in [
        r#""crit":[]"#,
        r#""crit":["exp"],"exp":1"#,
        r#""crit":["b64"],"b64":false"#,
        r#""crit":null"#,
        r#""b64":false"#,
        r#""kid":"k1""#,
        r#""alg":"ES256""#,
    ] {
        let verification = check(&token(&format!(r#"{{"alg":"ES256","kid":"k1",{member}}}"#), &claims()));
        assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Fail, "{member}");
    }
    for kid in
        [r#"["k1"]"#.to_owned(), "null".to_owned(), "1".to_owned(), format!(r#""{}""#, "k".repeat(257))]
    {
        let verification = check(&token(&format!(r#"{{"alg":"ES256","kid":{kid}}}"#), &claims()));
        assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Fail, "{kid}");
    }
}

#[test]
fn a_kid_is_compared_byte_for_byte_and_an_ambiguous_one_is_not_tried() {
    let choose = |keys: &[String], kid: Option<&str>| {
        key_set(keys).choose(SigningAlg::ES256, kid).map(|key| key.kid.clone()).map_err(|why| why.to_string())
    };
    let two = [ec_key("a"), ec_key("b")];
    assert_eq!(choose(&two, Some("b")), Ok(Some("b".into())));
    for kid in ["B", "b ", "../b", "b\0", "' OR 1=1", "<script>"] {
        assert!(choose(&two, Some(kid)).unwrap_err().contains("has no key named"), "{kid}");
    }
    assert!(choose(&two, None).unwrap_err().contains("ambiguous"));
    assert!(choose(&[ec_key("a"), ec_key("a")], Some("a")).unwrap_err().contains("ambiguous"));
    assert!(choose(&[ec_key("a")], None).is_ok());
    let es384_only = ec_key("a").replace("\"kty\"", "\"alg\":\"ES256\",\"kty\"");
    assert!(key_set(&[es384_only]).choose(SigningAlg::RS256, Some("a")).is_err());
}

#[test]
fn time_claims_pass_and_fail_at_the_leeway() {
    let with = |claim: &str, value: i64| {
        let exp = if claim == "exp" { value } else { NOW + 3600 };
        let other = if claim == "exp" { String::new() } else { format!(r#","{claim}":{value}"#) };
        check(&token(
            HEADER,
            &format!(r#"{{"iss":"{ISSUER}","aud":"https://api.example","exp":{exp}{other}}}"#),
        ))
    };
    for skew in [-3600, -600, -61, -60, -59, -1, 0, 1, 59, 60, 61, 600, 3600] {
        assert_eq!(with("exp", NOW + skew).verified, skew > -60, "exp {skew}");
        assert_eq!(with("nbf", NOW + skew).verified, skew <= 60, "nbf {skew}");
        assert_eq!(with("iat", NOW + skew).verified, skew <= 60, "iat {skew}");
    }
}

#[test]
fn times_that_are_no_numbers_or_out_of_range_do_not_verify() {
    for value in [r#""1768386413""#, "1e300", "253402300800", "null", "[1]", "true", "{}"] {
        for claim in ["exp", "nbf", "iat"] {
            let exp = if claim == "exp" { String::new() } else { format!(r#""exp":{},"#, NOW + 60) };
            let claims =
                format!(r#"{{"iss":"{ISSUER}","aud":"https://api.example",{exp}"{claim}":{value}}}"#);
            assert!(!check(&token(HEADER, &claims)).verified, "{claims}");
        }
    }
    let fraction = format!(r#"{{"iss":"{ISSUER}","aud":"https://api.example","exp":{}.5}}"#, NOW + 60);
    assert!(check(&token(HEADER, &fraction)).verified);
    let forever = format!(r#"{{"iss":"{ISSUER}","aud":"https://api.example"}}"#);
    assert!(!check(&token(HEADER, &forever)).verified);
}

#[test]
fn issuer_and_audience_are_compared_exactly() {
    let with = |iss: &str, aud: &str| {
        check(&token(HEADER, &format!(r#"{{"iss":{iss},"aud":{aud},"exp":{}}}"#, NOW + 60))).verified
    };
    let iss = format!("\"{ISSUER}\"");
    assert!(with(&iss, r#""https://api.example""#));
    assert!(with(&iss, r#"["https://other","https://api.example"]"#));
    for aud in [r#""https://api.example/""#, "[]", "null", "7", r#"[["https://api.example"]]"#, r#"{"a":1}"#]
    {
        assert!(!with(&iss, aud), "{aud}");
    }
    for iss in [format!("\"{ISSUER}/\""), "null".into(), format!("[\"{ISSUER}\"]")] {
        assert!(!with(&iss, r#""https://api.example""#), "{iss}");
    }
}

#[test]
fn claims_that_occur_twice_decide_nothing() {
    let twice = format!(
        r#"{{"iss":"https://evil","iss":"{ISSUER}","aud":"https://api.example","exp":{}}}"#,
        NOW + 60
    );
    let verification = check(&token(HEADER, &twice));
    assert_eq!(status(&verification, CheckCode::Issuer), CheckStatus::Fail);
    assert_eq!(UnverifiedJwt::decode(&token(HEADER, &twice)).unwrap().decoded().claims.len(), 4);
}

#[test]
fn typ_may_be_absent_jwt_or_that_of_an_access_token() {
    let with = |typ: &str| {
        let verification = check(&token(&format!(r#"{{"alg":"ES256","kid":"k1"{typ}}}"#), &claims()));
        (status(&verification, CheckCode::Type), verification.verified)
    };
    assert_eq!(with(""), (CheckStatus::Skipped, true));
    for typ in ["JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"] {
        assert_eq!(with(&format!(r#","typ":"{typ}""#)), (CheckStatus::Pass, true), "{typ}");
    }
    for typ in [r#""client-authentication+jwt""#, r#""dpop+jwt""#, r#""""#, "null", r#"["at+jwt"]"#] {
        assert_eq!(with(&format!(r#","typ":{typ}"#)), (CheckStatus::Fail, false), "{typ}");
    }
}

#[test]
fn what_is_no_compact_jws_says_what_it_is() {
    let decode = |text: &str| UnverifiedJwt::decode(text).map(|_| ()).unwrap_err();
    let jwt = token(HEADER, &claims());
    assert_eq!(decode("f47ac10b58cc4372a567"), NotDecodable::Opaque);
    assert_eq!(decode(""), NotDecodable::Opaque);
    assert_eq!(decode("a.b.c"), NotDecodable::Opaque);
    assert_eq!(decode("https://as.example/oauth2/1234?type=accessToken"), NotDecodable::Opaque);
    assert_eq!(decode(&format!("{}.a.b.c.d", b64(HEADER))), NotDecodable::Encrypted);
    assert_eq!(decode(r#"{"payload":"e30","signatures":[]}"#), NotDecodable::JsonSerialization);
    assert_eq!(decode(&"e".repeat(UnverifiedJwt::MAX_BYTES + 1)), NotDecodable::TooLong);
    assert_eq!(
        decode(&format!("{}..", b64("{"))),
        NotDecodable::Header("EOF while parsing an object at line 1 column 1".into())
    );
    for (broken, segment) in [
        (format!("{jwt}="), Segment::Signature),
        (format!("{jwt}\n"), Segment::Signature),
        (jwt.replacen('.', ".\u{20}", 1), Segment::Payload),
        (jwt.replacen("ey", "ey ", 1), Segment::Header),
        (format!("{}.e31.AA", b64(HEADER)), Segment::Payload),
        (format!("{}.e30.AB", b64(HEADER)), Segment::Signature),
        (format!("{}.e30.a+/_", b64(HEADER)), Segment::Signature),
    ] {
        assert_eq!(decode(&broken), NotDecodable::Base64(segment), "{broken}");
    }
    assert!(!check("opaque").verified);
    assert_eq!(check("opaque").checks.len(), 7);
}

#[test]
fn a_payload_that_is_no_object_can_be_verified_but_has_no_claims() {
    let jwt = token(HEADER, "plain text");
    let decoded = UnverifiedJwt::decode(&jwt).unwrap().decoded();
    assert!(decoded.claims.is_empty() && decoded.payload_problem.is_some());
    let verification = check(&jwt);
    assert_eq!(status(&verification, CheckCode::Signature), CheckStatus::Pass);
    assert!(!verification.verified);
}

#[test]
fn decoded_claims_are_shown_as_written_and_the_signature_is_not() {
    let jwt = token(HEADER, r#"{"big":123456789012345678901234567890,"s":"a\u0062<","exp":1.50}"#);
    let decoded = UnverifiedJwt::decode(&jwt).unwrap().decoded();
    let values: Vec<&str> = decoded.claims.iter().map(|claim| claim.json.as_str()).collect();
    assert_eq!(values, ["123456789012345678901234567890", r#""a\u0062<""#, "1.50"]);
    let signature = jwt.rsplit('.').next().unwrap();
    let shown = &decoded.segments[2];
    assert_eq!(shown.head.len() + shown.masked + shown.tail.len(), signature.len());
    assert!(!serde_json::to_string(&decoded).unwrap().contains(signature));
    let short = UnverifiedJwt::decode(&format!("{}.e30.YWJj", b64(HEADER))).unwrap().decoded();
    assert_eq!(short.segments[2], MaskedSegment { head: String::new(), masked: 4, tail: String::new() });
}

#[test]
fn hostile_text_in_a_token_reaches_a_sentence_quoted_and_short() {
    let long = "x".repeat(5000);
    let verification = check(&token(HEADER, &format!(r#"{{"iss":"\n\u001b[31m{long}"}}"#)));
    let detail = &verification.checks[2].detail;
    assert!(detail.len() < 500 && !detail.contains('\n') && !detail.contains('\u{1b}'), "{detail}");
    let many = vec!["\"https://a.example\""; 2000].join(",");
    let verification = check(&token(HEADER, &format!(r#"{{"aud":[{many}]}}"#)));
    let detail = &verification.checks[3].detail;
    assert!(detail.contains("1995 more") && detail.len() < 500, "{detail}");
}
