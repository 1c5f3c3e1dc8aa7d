//! Vectors made elsewhere: RFC 7515 and openssl.
#![expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};

use super::*;

/// RFC 7515 appendix A.3, signed with its P-256 key.
const ES256: &str = "eyJhbGciOiJFUzI1NiJ9.\
    eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
    DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

/// `openssl dgst -sha256 -hmac` over `{"alg":"HS256"}.{"iss":"joe"}`, keyed with 31 bytes.
const SHORT: (&str, &str) = (
    "0123456789abcdef0123456789abcde",
    "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UifQ.8gFoesq3V-HdIvDsoVDr4TpNDMbueai2A1ycIBR17pg",
);

/// The same, keyed with 32 bytes.
const LONG: (&str, &str) = (
    "0123456789abcdef0123456789abcdef",
    "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UifQ.Lpy2IfPDNv5hOYxwOGKgGgMfvmkxoNawmxkOYK4brnQ",
);

/// The public key of RFC 7515 appendix A.3.
fn published_key(kid: &str) -> PublicKey {
    let coordinate = |text: &str| BASE64URL.decode(text).unwrap();
    let x = coordinate("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
    let y = coordinate("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
    PublicKey::p256(kid.to_owned(), &[vec![4], x, y].concat()).unwrap()
}

fn es256(keys: &[PublicKey], switch: bool) -> Result<(), AssertionFault> {
    verify_signature(&Assertion::parse(ES256).unwrap(), keys, switch)
}

fn hs256(jwt: &str, secrets: &[&str]) -> Result<(), AssertionFault> {
    verify_hmac(&Assertion::parse(jwt).unwrap(), secrets)
}

#[test]
fn the_published_es256_signature_verifies_where_es_is_on() {
    assert_eq!(es256(&[published_key("a")], true), Ok(()));
    assert_eq!(es256(&[published_key("a")], false), Err(AssertionFault::Algorithm));
}

#[test]
fn without_a_kid_several_keys_are_ambiguous_and_none_is_tried() {
    let keys = [published_key("a"), published_key("b")];
    assert_eq!(es256(&keys, true), Err(AssertionFault::AmbiguousKey));
    assert_eq!(es256(&[], true), Err(AssertionFault::NoKey));
}

#[test]
fn a_kid_that_two_keys_share_is_ambiguous() {
    let keys = [published_key("a"), published_key("a")];
    assert!(matches!(choose(Some("a"), &keys), Err(AssertionFault::AmbiguousKey)));
    assert!(matches!(choose(Some("b"), &keys), Err(AssertionFault::NoKey)));
}

#[test]
fn a_secret_shorter_than_the_hash_is_refused_even_if_the_hmac_is_right() {
    assert_eq!(hs256(SHORT.1, &[SHORT.0]), Err(AssertionFault::ShortSecret));
    assert_eq!(hs256(LONG.1, &[LONG.0]), Ok(()));
}

#[test]
fn any_of_the_accepted_secrets_may_have_made_the_hmac() {
    assert_eq!(hs256(LONG.1, &[&"x".repeat(64), LONG.0]), Ok(()));
    assert_eq!(hs256(LONG.1, &[&"x".repeat(64)]), Err(AssertionFault::Signature));
}
