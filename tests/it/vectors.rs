//! Signer, decoder and verification policy against vectors made by others (`tests/vectors`).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use oauth::{
    assertion::{Assertion, AssertionHeader, AssertionSigner},
    client::ClientSecret,
    jose::{CheckCode, CheckStatus, Expected, KeySet, UnverifiedJwt, verify},
    wire::SigningAlg,
};
use serde_json::{Value, json};
use server::keys::{AwsLcVerifier, HmacSigner, PrivateKey};

fn cases(json: &str) -> Vec<Value> {
    let cases: Vec<Value> = serde_json::from_str(json).unwrap();
    assert!(!cases.is_empty());
    cases
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap()
}

fn number(case: &Value, name: &str) -> i64 {
    case[name].as_i64().unwrap()
}

pub(crate) fn key_set(keys: &[Value]) -> KeySet {
    KeySet::parse(json!({ "keys": keys }).to_string().as_bytes()).unwrap()
}

/// Whether the signature check, which includes decoding and the choice of the key, passes.
pub(crate) fn signature_holds(token: &str, keys: &KeySet) -> bool {
    let expected = Expected { issuer: None, audience: None, now: 0 };
    let verification = verify(token, Ok(keys), &expected, &AwsLcVerifier);
    let signature = verification.checks.iter().find(|check| check.code == CheckCode::Signature);
    signature.unwrap().status == CheckStatus::Pass
}

/// The signature a key makes over what an example signs.
pub(crate) fn resign(token: &str, signer: &dyn AssertionSigner, alg: SigningAlg) -> Vec<u8> {
    signer.sign(alg, UnverifiedJwt::decode(token).unwrap().signing_input()).unwrap()
}

#[test]
fn the_examples_of_the_rfcs_verify_and_are_signed_the_same() {
    let mut signed = 0;
    for case in cases(include_str!("../vectors/rfc.json")) {
        let (token, alg) = (text(&case, "compact"), text(&case, "alg").parse().unwrap());
        let signature = UnverifiedJwt::decode(token).unwrap().signature().to_vec();
        if case["secret_jwk"].is_object() {
            let key = URL_SAFE_NO_PAD.decode(text(&case["secret_jwk"], "k")).unwrap();
            assert_eq!(resign(token, &HmacSigner::keyed(&key, alg).unwrap(), alg), signature, "{case}");
            signed += 1;
            continue;
        }
        assert!(signature_holds(token, &key_set(&[case["jwk"].clone()])), "{case}");
        if case["private_jwk"].is_object() {
            let key = PrivateKey::read(&case["private_jwk"].to_string().into()).unwrap();
            assert_eq!(resign(token, &key, alg), signature, "{case}");
            signed += 1;
        }
    }
    assert_eq!(signed, 3);
}

#[test]
fn signatures_of_another_library_verify_until_one_bit_changes() {
    let cases = cases(include_str!("../vectors/signatures.json"));
    let algs: Vec<&str> = cases.iter().map(|case| text(case, "alg")).collect();
    assert_eq!(algs, ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]);
    for case in cases {
        let keys = key_set(&[case["jwk"].clone()]);
        assert!(signature_holds(text(&case, "valid"), &keys), "{case}");
        for invalid in case["invalid"].as_array().unwrap() {
            assert!(!signature_holds(invalid.as_str().unwrap(), &keys), "{invalid}");
        }
    }
}

fn assertion(case: &Value) -> Assertion {
    let header = AssertionHeader {
        alg: text(case, "alg").parse().unwrap(),
        kid: case["kid"].as_str().map(str::to_owned),
        typ: text(case, "typ").parse().unwrap(),
    };
    Assertion::new(
        header,
        &text(case, "client_id").parse().unwrap(),
        text(case, "audience").to_owned(),
        number(case, "now"),
        u32::try_from(number(case, "lifetime")).unwrap(),
        text(case, "jti").to_owned(),
    )
}

/// Signs with the secret or key of a case.
fn sign(case: &Value, assertion: &Assertion) -> String {
    let signed = if case["client_secret"].is_string() {
        let secret = ClientSecret::new(text(case, "client_secret").to_owned().into()).unwrap();
        assertion.sign(&HmacSigner::new(&secret, assertion.header.alg).unwrap())
    } else {
        assertion.sign(&PrivateKey::read(&text(case, "private_key").to_owned().into()).unwrap())
    };
    signed.unwrap().expose().to_owned()
}

#[test]
fn assertions_equal_those_of_another_library_byte_for_byte() {
    for case in cases(include_str!("../vectors/assertions.json")) {
        let theirs = text(&case, "compact");
        let ours = sign(&case, &assertion(&case));
        if text(&case, "alg") == "ES256" {
            // Every ECDSA signature contains a random number: the signed bytes are equal, both verify.
            assert_eq!(ours.rsplit_once('.').unwrap().0, theirs.rsplit_once('.').unwrap().0);
            let keys = key_set(&[case["jwk"].clone()]);
            assert!(signature_holds(theirs, &keys) && signature_holds(&ours, &keys), "{case}");
        } else {
            assert_eq!(ours, theirs);
        }
    }
}

#[test]
fn every_token_gets_the_verdict_it_deserves() {
    for case in cases(include_str!("../vectors/tokens.json")) {
        let keys = KeySet::parse(case["jwks"].to_string().as_bytes()).unwrap();
        let expected = Expected {
            issuer: case["issuer"].as_str(),
            audience: case["audience"].as_str(),
            now: number(&case, "now"),
        };
        let verification = verify(text(&case, "token"), Ok(&keys), &expected, &AwsLcVerifier);
        let failing: Vec<Value> = verification
            .checks
            .iter()
            .filter(|check| check.status == CheckStatus::Fail)
            .map(|check| serde_json::to_value(check.code).unwrap())
            .collect();
        assert_eq!(Value::from(failing), case["failing"], "{}: {verification:#?}", case["name"]);
        assert_eq!(verification.verified, case["failing"] == json!([]), "{}", case["name"]);
    }
}

#[test]
fn keys_of_another_library_are_used_or_left_out_for_the_right_reason() {
    for case in cases(include_str!("../vectors/key-sets.json")) {
        let keys = key_set(&[case["jwk"].clone()]);
        match case["dropped"].as_str() {
            None => assert_eq!(keys.keys().len(), 1, "{case}: {:?}", keys.dropped()),
            Some(reason) => {
                let fault = keys.dropped()[0].fault.to_string();
                assert!(fault.starts_with(reason), "{fault}, not {reason}");
            }
        }
    }
}
