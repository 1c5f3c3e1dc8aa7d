//! Documents from outside, cut and damaged at every byte: nothing panics, nothing leaks, nothing is
//! accepted that should not be.

#![expect(clippy::unwrap_used, reason = "tests state their expectations")]

use oauth::{
    jose::{KeySet, UnverifiedJwt},
    provider::UnverifiedMetadata,
    redact::Redactor,
    response::{self, TokenAnswer},
};

const JWT: &str =
    "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.c2lnbmF0dXJlLWNhbmFyeS1jYW5hcnk";
const OPAQUE: &str = "f47ac10b58cc4372a5670e02b2c3d479";

fn documents() -> Vec<String> {
    vec![
        format!(r#"{{"access_token":"{JWT}","token_type":"Bearer","expires_in":3600,"scope":"a b"}}"#),
        format!("{{\n \"token_type\": \"Bearer\",\n \"refresh_token\": [\"{OPAQUE}\"], \"access_token\": \"{OPAQUE}\"\n}}"),
        r#"{"error":"invalid_client","error_description":"Denied (Correlation ID: 5be0a7d1-94c2-4f6e-b3a8-17d02c9e48f5)","details":[{"code":"X"}]}"#.to_owned(),
        r#"{"issuer":"https://as.example","token_endpoint":"https://as.example/token","grant_types_supported":["client_credentials"],"x":{"y":[1]}}"#.to_owned(),
        r#"{"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#.to_owned(),
        "error=\"unauthorized_client\"\nerror_description=\"unknown+client\"".to_owned(),
        JWT.to_owned(),
    ]
}

/// Every consumer of foreign bytes. Returns what the call log would keep.
fn consume(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let _ = response::read(200, bytes);
    let _ = response::read(401, bytes);
    let _ = UnverifiedMetadata::parse(bytes);
    let _ = KeySet::parse(bytes);
    let _ = UnverifiedJwt::decode(&text).map(|jwt| jwt.decoded());
    Redactor::new().answer(200, &[], bytes, 4096).body
}

/// Whether eight characters in a row of a token are readable; the header of a JWT is no secret.
fn leaks(kept: &str) -> bool {
    let (_, secret) = JWT.split_once('.').unwrap();
    let mut pieces = [secret, OPAQUE].into_iter().flat_map(|token| token.as_bytes().windows(8));
    pieces.any(|piece| kept.as_bytes().windows(8).any(|shown| shown == piece))
}

#[test]
fn a_document_cut_anywhere_neither_panics_nor_leaks() {
    for document in documents() {
        for end in 0..=document.len() {
            let kept = consume(&document.as_bytes()[..end]);
            assert!(!leaks(&kept), "{kept}");
        }
    }
}

#[test]
fn a_document_without_one_of_its_marks_neither_panics_nor_leaks() {
    for document in documents().into_iter().filter(|document| document.starts_with('{')) {
        for index in document
            .bytes()
            .enumerate()
            .filter(|(_, byte)| br#"{}[]":,"#.contains(byte))
            .map(|(index, _)| index)
        {
            let damaged = [&document.as_bytes()[..index], &document.as_bytes()[index + 1..]].concat();
            let kept = consume(&damaged);
            assert!(!leaks(&kept), "{kept}");
        }
    }
}

#[test]
fn any_byte_anywhere_does_not_panic() {
    for document in documents() {
        for index in 0..document.len() {
            for byte in [0, b'"', b'\\', b'{', b'}', b'[', b'0', b'e', b'.', 0x7f, 0x80, 0xc3, 0xff] {
                let mut damaged = document.clone().into_bytes();
                damaged[index] = byte;
                consume(&damaged);
            }
        }
    }
}

#[test]
fn depth_numbers_and_names_out_of_all_proportion_are_survived() {
    let deep =
        |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    for document in [
        deep("[", "]", 20_000),
        deep("{\"a\":", "}", 20_000),
        format!("{{\"keys\":{}}}", deep("[", "]", 20_000)),
        format!("{{\"access_token\":{}}}", deep("[", "]", 20_000)),
        format!("{{\"issuer\":\"https://a\",\"x\":{}}}", deep("[", "]", 20_000)),
        format!("{{\"expires_in\":{}}}", "9".repeat(60_000)),
        format!("{{\"{}\":1}}", "a".repeat(60_000)),
        format!("{{{}}}", vec!["\"a\":1"; 10_000].join(",")),
        "\"".repeat(60_000),
        "\\".repeat(60_000),
        ".".repeat(60_000),
        "eyJ".repeat(20_000),
        "\u{feff}{}".to_owned(),
        "\u{2028}".repeat(1000),
    ] {
        consume(document.as_bytes());
    }
}

#[test]
fn a_megabyte_is_refused_at_once() {
    let paste = JWT.repeat(10_000);
    assert!(UnverifiedJwt::decode(&paste).is_err());
    assert!(KeySet::parse(paste.as_bytes()).is_err());
    assert!(UnverifiedMetadata::parse(paste.as_bytes()).is_err());
}

#[test]
fn what_a_browser_gets_can_still_be_read_as_the_same_answer() {
    let document = &documents()[0];
    let masked = Redactor::new().body(Some("application/json"), document);
    let (TokenAnswer::Granted(real), TokenAnswer::Granted(shown)) =
        (response::read(200, document.as_bytes()), response::read(200, masked.as_bytes()))
    else {
        unreachable!("both are token responses")
    };
    assert_eq!(
        (real.expires_in, &real.scope, &real.surprises),
        (shown.expires_in, &shown.scope, &shown.surprises)
    );
    assert_eq!(shown.access_token.expose(), real.access_token.masked());
    let value: serde_json::Value = serde_json::from_str(&masked).unwrap();
    assert_eq!(value.as_object().unwrap().len(), 4);
}
