//! The signing step: assertions made by the script, checked with other means.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use oauth::{client::Authentication, export::curl::script, wire::SigningAlg};
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::{Recorder, assertion, request};

/// A JWT that a script made, taken apart.
struct Made {
    header: serde_json::Value,
    claims: serde_json::Value,
    signing_input: String,
    signature: Vec<u8>,
}

fn make(recorder: &Recorder, alg: SigningAlg, variables: &[(&str, &str)]) -> Made {
    let script = script(&request(Authentication::Assertion(None)), None, Some(&assertion(alg)));
    let call = recorder.run(&script.to_string(), variables);
    let form = call.form();
    let (_, jwt) = form.iter().find(|(name, _)| name == "client_assertion").unwrap();
    let (signing_input, signature) = jwt.rsplit_once('.').unwrap();
    let (header, claims) = signing_input.split_once('.').unwrap();
    let bytes = |segment: &str| URL_SAFE_NO_PAD.decode(segment).unwrap();
    Made {
        header: serde_json::from_slice(&bytes(header)).unwrap(),
        claims: serde_json::from_slice(&bytes(claims)).unwrap(),
        signing_input: signing_input.to_owned(),
        signature: bytes(signature),
    }
}

/// HMAC as RFC 2104 §2 spells it out.
fn hmac<D: Digest>(block: usize, key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut padded = if key.len() > block { D::digest(key).to_vec() } else { key.to_vec() };
    padded.resize(block, 0);
    let keyed = |pad: u8| -> Vec<u8> { padded.iter().map(|byte| byte ^ pad).collect() };
    let inner = D::digest([&keyed(0x36), message].concat());
    D::digest([&keyed(0x5c), inner.as_slice()].concat()).to_vec()
}

#[test]
fn the_claims_are_those_of_the_assertion_with_fresh_times_and_id() {
    let recorder = Recorder::new("claims");
    let secret = [("CLIENT_SECRET", "a secret of more than thirty-two bytes")];
    let clock = |recorder: &Recorder| -> i64 {
        String::from_utf8(recorder.shell("date +%s", &[])).unwrap().trim().parse().unwrap()
    };
    let before = clock(&recorder);
    let first = make(&recorder, SigningAlg::HS256, &secret);
    let second = make(&recorder, SigningAlg::HS256, &secret);
    let after = clock(&recorder);
    assert_eq!(first.header, serde_json::json!({"alg": "HS256", "kid": "it's \"ops\" 100%", "typ": "JWT"}));
    let claims = &first.claims;
    assert_eq!(claims["iss"], "id with:colon&'quote'");
    assert_eq!(claims["sub"], claims["iss"]);
    assert_eq!(claims["aud"], "https://as.example/it's");
    let iat = claims["iat"].as_i64().unwrap();
    assert!((before..=after).contains(&iat));
    assert_eq!(claims["exp"].as_i64(), Some(iat + 45));
    assert_eq!(claims["jti"].as_str().unwrap().len(), 32);
    assert_ne!(claims["jti"], second.claims["jti"]);
    assert_eq!(claims.as_object().unwrap().len(), 6);
}

#[test]
fn hmac_signatures_are_right_for_any_secret() {
    let recorder = Recorder::new("hmac");
    let long = "long secret ".repeat(20);
    for secret in
        ["é日本🔑 'quoted' $(id) \\n%s and more bytes", "-macopt hexkey:00 and thirty-two bytes", &long]
    {
        for alg in SigningAlg::HMAC {
            let made = make(&recorder, alg, &[("CLIENT_SECRET", secret)]);
            let (key, message) = (secret.as_bytes(), made.signing_input.as_bytes());
            let expected = match alg {
                SigningAlg::HS256 => hmac::<Sha256>(64, key, message),
                SigningAlg::HS384 => hmac::<Sha384>(128, key, message),
                _ => hmac::<Sha512>(128, key, message),
            };
            assert_eq!(made.signature, expected, "{alg} {secret}");
        }
    }
}

/// Has openssl check a signature in the form it knows.
fn openssl_verifies(recorder: &Recorder, digest: &str, input: &str, signature: &[u8]) {
    std::fs::write(recorder.path("input"), input).unwrap();
    std::fs::write(recorder.path("signature"), signature).unwrap();
    let line = format!("openssl dgst -{digest} -verify public.pem -signature signature input");
    assert_eq!(recorder.shell(&line, &[]), b"Verified OK\n");
}

fn with_key(name: &str, options: &str) -> Recorder {
    let recorder = Recorder::new(name);
    recorder.shell(&format!("openssl genpkey {options} -out 'private key.pem' 2>/dev/null"), &[]);
    recorder.shell("openssl pkey -in 'private key.pem' -pubout -out public.pem", &[]);
    recorder
}

const KEY: [(&str, &str); 1] = [("PRIVATE_KEY_FILE", "private key.pem")];

#[test]
fn rsa_signatures_are_right() {
    let recorder = with_key("rsa", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048");
    for (alg, digest) in
        [(SigningAlg::RS256, "sha256"), (SigningAlg::RS384, "sha384"), (SigningAlg::RS512, "sha512")]
    {
        let made = make(&recorder, alg, &KEY);
        openssl_verifies(&recorder, digest, &made.signing_input, &made.signature);
    }
}

#[test]
fn ecdsa_signatures_are_right_and_have_64_bytes() {
    let recorder = with_key("ecdsa", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
    for _ in 0..4 {
        let made = make(&recorder, SigningAlg::ES256, &KEY);
        assert_eq!(made.signature.len(), 64);
        openssl_verifies(&recorder, "sha256", &made.signing_input, &der(&made.signature));
    }
}

#[test]
fn ecdsa_numbers_that_happen_to_be_short_are_padded() {
    let recorder = with_key("ecdsa-short", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256");
    let real = String::from_utf8(recorder.shell("command -v openssl", &[])).unwrap();
    let stand_in = format!(
        "#!/bin/sh\ncase $1 in dgst) cat \"$RECORD/der\" ;; *) exec {} \"$@\" ;; esac\n",
        real.trim()
    );
    recorder.replace_tool("openssl", &stand_in);
    let mut raw = [0; 64];
    raw[3] = 0xa5;
    raw[31] = 1;
    raw[63] = 7;
    std::fs::write(recorder.path("der"), der(&raw)).unwrap();
    assert_eq!(make(&recorder, SigningAlg::ES256, &KEY).signature, raw);
}

#[test]
fn a_key_that_cannot_sign_stops_the_script() {
    let recorder = Recorder::new("no-key");
    let script = script(&request(Authentication::Assertion(None)), None, Some(&assertion(SigningAlg::RS256)));
    let complaint = recorder.run_and_fail(&script.to_string(), &[("PRIVATE_KEY_FILE", "nowhere.pem")]);
    assert!(complaint.contains("nowhere.pem"), "{complaint}");
}

/// `SEQUENCE { INTEGER r, INTEGER s }` (SEC 1 §C.5).
fn der(raw: &[u8]) -> Vec<u8> {
    let integer = |number: &[u8]| {
        let start = number.iter().position(|byte| *byte != 0).unwrap();
        let mut digits = number[start..].to_vec();
        if digits[0] >= 0x80 {
            digits.insert(0, 0);
        }
        [vec![2, u8::try_from(digits.len()).unwrap()], digits].concat()
    };
    let body = [integer(&raw[..32]), integer(&raw[32..])].concat();
    [vec![0x30, u8::try_from(body.len()).unwrap()], body].concat()
}
