//! How a secret looks when it has leaked in disguise.

use base64::{Engine as _, engine::GeneralPurpose, engine::general_purpose};
use url::form_urlencoded;

/// An encoding by its name, and every look a text has in it.
pub(super) type Encoding = (&'static str, fn(&str) -> Vec<String>);

/// Every encoding that is searched for.
pub(super) const ENCODINGS: [Encoding; 8] = [
    ("raw", |text| vec![text.to_owned()]),
    ("base64", |text| base64_of(&general_purpose::STANDARD_NO_PAD, text)),
    ("base64url", |text| base64_of(&general_purpose::URL_SAFE_NO_PAD, text)),
    ("percent", |text| in_either_case(percent(text))),
    ("form", |text| in_either_case(form(text))),
    ("JSON", |text| vec![json(text)]),
    ("hex", |text| in_either_case(hex(text))),
    ("reversed", |text| vec![text.chars().rev().collect()]),
];

/// The names of the encodings in which `haystack` has `secret`.
pub(super) fn found(haystack: &str, secret: &str) -> Vec<&'static str> {
    let has = |looks: Vec<String>| looks.iter().any(|look| haystack.contains(look));
    ENCODINGS.into_iter().filter(|(_, encode)| has(encode(secret))).map(|(name, _)| name).collect()
}

/// Inside a longer text a secret has one of three looks in base64, by where it begins; what its neighbours change
/// is left out. Basic authentication form-encodes it first.
fn base64_of(engine: &GeneralPurpose, text: &str) -> Vec<String> {
    let aligned = |text: &str, start: usize| {
        let bytes = text.as_bytes().get(start..).unwrap_or_default();
        engine.encode(&bytes[..bytes.len() - bytes.len() % 3])
    };
    let texts = [text.to_owned(), form(text)];
    texts.iter().flat_map(|text| (0..3).map(move |start| aligned(text, start))).collect()
}

fn percent(text: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escaped).collect()
}

fn form(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap().trim_matches('"').to_owned()
}

fn hex(text: &str) -> String {
    let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
    text.bytes().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Escapes may be written with small or with capital letters.
fn in_either_case(capital: String) -> Vec<String> {
    let mut small = capital.clone().into_bytes();
    let escapes: Vec<usize> = capital.match_indices('%').map(|(at, _)| at).collect();
    if escapes.is_empty() && capital.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        small.make_ascii_lowercase();
    }
    for at in escapes {
        small[at + 1..at + 3].make_ascii_lowercase();
    }
    vec![capital, String::from_utf8(small).unwrap()]
}
