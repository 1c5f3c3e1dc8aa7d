//! Keys of every form, made and signed with other tools (`testdata/generate.py`).

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests state their expectations")]

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use oauth::{assertion::AssertionSigner, client::ClientSecret, wire::SigningAlg};
use serde_json::{Value, json};

use super::*;

const INPUT: &[u8] = include_bytes!("testdata/signing-input.txt");
const RSA_PKCS8: &str = include_str!("testdata/rsa-pkcs8.pem");
const RSA_PKCS1: &str = include_str!("testdata/rsa-pkcs1.pem");
const RSA_JWK: &str = include_str!("testdata/rsa.jwk");
const P256_PKCS8: &str = include_str!("testdata/p256-pkcs8.pem");
const P256_SEC1: &str = include_str!("testdata/p256-sec1.pem");
const P256_JWK: &str = include_str!("testdata/p256.jwk");

fn read(text: &str) -> Result<PrivateKey, KeyFault> {
    PrivateKey::read(&text.to_owned().into())
}

fn refused(text: &str) -> KeyFault {
    read(text).unwrap_err()
}

/// A JWK with one member set, or removed by `null`.
fn changed(jwk: &str, member: &str, value: Value) -> String {
    let mut jwk: serde_json::Map<String, Value> = serde_json::from_str(jwk).unwrap();
    jwk.insert(member.into(), value);
    jwk.retain(|_, value| !value.is_null());
    Value::Object(jwk).to_string()
}

#[test]
fn an_rsa_key_in_every_form_signs_what_openssl_signs() {
    let expected = [
        (SigningAlg::RS256, include_str!("testdata/rs256.b64")),
        (SigningAlg::RS384, include_str!("testdata/rs384.b64")),
        (SigningAlg::RS512, include_str!("testdata/rs512.b64")),
    ];
    for text in [RSA_PKCS8, RSA_PKCS1, RSA_JWK] {
        let key = read(text).unwrap();
        for (alg, signature) in expected {
            assert_eq!(URL_SAFE_NO_PAD.encode(key.sign(alg, INPUT).unwrap()), signature, "{alg}");
        }
    }
}

#[test]
fn a_p256_key_in_every_form_signs_in_the_fixed_form_of_jws() {
    let jwk: Value = serde_json::from_str(P256_JWK).unwrap();
    let number = |name: &str| URL_SAFE_NO_PAD.decode(jwk[name].as_str().unwrap()).unwrap();
    let point = [vec![4], number("x"), number("y")].concat();
    for text in [P256_PKCS8, P256_SEC1, P256_JWK] {
        let signature = read(text).unwrap().sign(SigningAlg::ES256, INPUT).unwrap();
        assert_eq!(signature.len(), 64);
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &point).verify(INPUT, &signature).unwrap();
    }
}

#[test]
fn a_client_secret_signs_what_python_signs() {
    let secret = ClientSecret::new("0123456789abcdef".repeat(4).into()).unwrap();
    for (alg, mac) in [
        (SigningAlg::HS256, include_str!("testdata/hs256.b64")),
        (SigningAlg::HS384, include_str!("testdata/hs384.b64")),
        (SigningAlg::HS512, include_str!("testdata/hs512.b64")),
    ] {
        let signer = HmacSigner::new(&secret, alg).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(signer.sign(alg, INPUT).unwrap()), mac, "{alg}");
        assert!(signer.sign(SigningAlg::RS256, INPUT).is_err());
    }
}

#[test]
fn a_client_secret_shorter_than_the_hash_is_refused() {
    for (alg, needed) in [(SigningAlg::HS256, 32), (SigningAlg::HS384, 48), (SigningAlg::HS512, 64)] {
        let secret = |bytes| ClientSecret::new("x".repeat(bytes).into()).unwrap();
        assert!(HmacSigner::new(&secret(needed), alg).is_ok());
        let Err(fault) = HmacSigner::new(&secret(needed - 1), alg) else {
            panic!("{alg} took a short secret")
        };
        assert!(fault.to_string().contains(&format!("at least {needed} bytes")), "{fault}");
    }
}

#[test]
fn every_other_paste_is_refused_by_what_it_is() {
    let cases = [
        ("", KeyFault::Empty),
        (" \n ", KeyFault::Empty),
        ("hello", KeyFault::Unknown),
        ("-----BEGIN NONSENSE-----\nAAAA\n-----END NONSENSE-----", KeyFault::Unknown),
        (include_str!("testdata/rsa-public.pem"), KeyFault::Public),
        (include_str!("testdata/p256-public.pem"), KeyFault::Public),
        ("-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----", KeyFault::Public),
        (include_str!("testdata/certificate.pem"), KeyFault::Certificate),
        (include_str!("testdata/rsa-encrypted.pem"), KeyFault::Encrypted),
        (include_str!("testdata/rsa-encrypted-pkcs1.pem"), KeyFault::Encrypted),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", KeyFault::OpenSsh),
        (include_str!("testdata/rsa-1024.pem"), KeyFault::TooSmall),
        (include_str!("testdata/rsa-1024.jwk"), KeyFault::TooSmall),
        (include_str!("testdata/p384.pem"), KeyFault::OtherCurve("P-384")),
        (include_str!("testdata/ed25519.pem"), KeyFault::OtherKind("Ed25519")),
        (include_str!("testdata/rsa-pss.pem"), KeyFault::OtherKind("RSASSA-PSS only")),
        (&RSA_PKCS8[..900], KeyFault::Damaged),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", KeyFault::Damaged),
        ("{", KeyFault::Damaged),
        ("{\"kty\":3}", KeyFault::Damaged),
        ("{}", KeyFault::Member("kty")),
        ("{\"kty\":\"oct\",\"k\":\"AAAA\"}", KeyFault::Symmetric),
        ("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"AAAA\"}", KeyFault::OtherKind("Ed25519 or X25519")),
        ("{\"keys\":[]}", KeyFault::Set),
    ];
    for (text, fault) in cases {
        assert_eq!(refused(text), fault, "{}", &text[..text.len().min(40)]);
    }
    assert_eq!(refused(&"x".repeat(PrivateKey::MAX_BYTES + 1)), KeyFault::TooLong);
    assert_eq!(refused(&[RSA_PKCS8, P256_PKCS8].concat()), KeyFault::Several);
}

#[test]
fn a_certificate_beside_the_key_does_not_matter() {
    assert!(read(&[include_str!("testdata/certificate.pem"), RSA_PKCS8].concat()).is_ok());
}

#[test]
fn a_jwk_without_its_private_numbers_or_for_something_else_is_refused() {
    let cases = [
        (changed(RSA_JWK, "d", Value::Null), KeyFault::Public),
        (changed(P256_JWK, "d", Value::Null), KeyFault::Public),
        (changed(RSA_JWK, "p", Value::Null), KeyFault::Member("p")),
        (changed(RSA_JWK, "qi", json!("a+b=")), KeyFault::Member("qi")),
        (changed(RSA_JWK, "d", json!("AAAA")), KeyFault::Damaged),
        (changed(P256_JWK, "y", json!("AAAA")), KeyFault::Damaged),
        (changed(P256_JWK, "crv", json!("P-384")), KeyFault::OtherCurve("P-384")),
        (changed(P256_JWK, "crv", Value::Null), KeyFault::Member("crv")),
        (changed(RSA_JWK, "use", json!("enc")), KeyFault::NotForSigning("use")),
        (changed(RSA_JWK, "key_ops", json!(["verify"])), KeyFault::NotForSigning("key_ops")),
        (changed(RSA_JWK, "alg", json!("ES256")), KeyFault::OtherAlgorithm),
        (changed(RSA_JWK, "alg", json!("PS256")), KeyFault::OtherAlgorithm),
        (changed(RSA_JWK, "alg", json!("RSA-OAEP")), KeyFault::OtherAlgorithm),
        (changed(RSA_JWK, "kid", json!("a\nb")), KeyFault::Member("kid")),
    ];
    for (jwk, fault) in cases {
        assert_eq!(refused(&jwk), fault);
    }
}

#[test]
fn a_jwk_decides_algorithm_and_name_of_its_key() {
    let plain = read(RSA_JWK).unwrap();
    assert_eq!((plain.default_alg(), plain.kid()), (SigningAlg::RS256, None));
    let named = read(&changed(&changed(RSA_JWK, "alg", json!("RS512")), "kid", json!("ops-1"))).unwrap();
    assert_eq!((named.default_alg(), named.kid()), (SigningAlg::RS512, Some("ops-1")));
    assert!(!named.fits(SigningAlg::RS256));
    assert_eq!(read(P256_PKCS8).unwrap().default_alg(), SigningAlg::ES256);
    assert!(read(P256_PKCS8).unwrap().sign(SigningAlg::RS256, INPUT).is_err());
}

#[test]
fn neither_debug_output_nor_a_fault_shows_the_key() {
    assert_eq!(format!("{:?}", read(RSA_JWK).unwrap()), "PrivateKey(…)");
    let d = serde_json::from_str::<Value>(RSA_JWK).unwrap()["d"].as_str().unwrap().to_owned();
    let fault = refused(&changed(RSA_JWK, "use", json!("enc")));
    assert!(!format!("{fault} {fault:?}").contains(&d));
}
