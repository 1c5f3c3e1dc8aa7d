//! The secrets that are planted.

/// A secret with every character that some encoding changes; the end of it survives most of them unchanged.
pub(super) const SECRET: &str = r#"s "&/+%\<=> kT8canaryOfTheClientSecret4f2a71c9"#;
pub(super) const SECRET_CORE: &str = "kT8canaryOfTheClientSecret4f2a71c9";

/// A token that a person pastes.
pub(super) const PASTED: &str =
    "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkgb2YgYSBwYXN0ZWQgdG9rZW4ifQ.Y2FuYXJ5T2ZBUGFzdGVkVG9rZW43MWM5";

/// What a provider issues: opaque tokens, long and short.
pub(super) const ISSUED: [(&str, &str); 3] = [
    ("access_token", "canaryOfAnAccessToken-8c1d5e7f90ab"),
    ("refresh_token", "canaryOfARefreshToken-3b2a19487c6d"),
    ("id_token", "canaryOfAnIdToken-55aa66bb77cc88dd"),
];

/// A private key nobody uses, once as PEM and once as JWK.
pub(super) const PEM: &str = include_str!("../../../server/src/keys/testdata/rsa-pkcs8.pem");
pub(super) const JWK: &str = include_str!("../../../server/src/keys/testdata/rsa.jwk");

/// A line from the middle of a key in PEM.
pub(super) fn line_of(pem: &str) -> String {
    let lines: Vec<&str> = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    lines[lines.len() / 2].to_owned()
}

/// The private exponent of the JWK.
pub(super) fn exponent() -> String {
    let jwk: serde_json::Value = serde_json::from_str(JWK).unwrap();
    jwk["d"].as_str().unwrap().to_owned()
}
